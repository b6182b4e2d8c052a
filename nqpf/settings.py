"""Settings of the site. Nothing has to be set to start: see docs/operator.md for every variable."""

from django.utils.csp import CSP

from nqpf.client_address import networks
from nqpf.env import BASE, VAR, database, env, flag, mailers, secret_key

DEBUG = flag("DEBUG")
SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "nqpf.apps.NqpfConfig",
    "articles.apps.ArticlesConfig",
    "indicators.apps.IndicatorsConfig",
    "taxonomy.apps.TaxonomyConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django_prose_editor",
    "tree_queries",
    "rest_framework",
    "django_filters",
]

# Public addresses pass by everything that knows a login: see nqpf/middleware.py.
MIDDLEWARE = [
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "nqpf.middleware.SessionsOfEditors",
    "nqpf.middleware.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "nqpf.middleware.TokensOfForms",
    "nqpf.middleware.UsersOfTheAdmin",
    "nqpf.middleware.MessagesToEditors",
    "nqpf.middleware.PeopleAtWork",
    "nqpf.middleware.MalformedQuestion",
]

ROOT_URLCONF = "nqpf.urls"
FORM_RENDERER = "nqpf.form_renderer.Renderer"
WSGI_APPLICATION = "nqpf.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.reading.frame.frame",
            ],
        },
    },
]

DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ur", "اردو"), ("zh-hans", "中文")]
LOCALE_PATHS = [BASE / "nqpf" / "locale"]
FORMAT_MODULE_PATH = ["nqpf.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Karachi")

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE / "nqpf" / "static"]
MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"
# Further fonts for the pictures that links are shown with, for letters that ours lack.
LINK_PICTURE_FONTS = env.list("LINK_PICTURE_FONTS", default=[])
FILE_UPLOAD_HANDLERS = [
    "articles.media.quota.Ceiling",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "manifest-src": [CSP.SELF],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
HTTPS = flag("HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Whose X-Forwarded-For is believed, and for how long the log keeps network addresses.
TRUSTED_PROXIES = networks(env.list("TRUSTED_PROXIES", default=[]))
ADDRESS_DAYS = env.int("ADDRESS_DAYS", default=180)
# For how long a new article takes replies, and how long the network addresses of visitors are kept.
REPLIES_DAYS = env.int("REPLIES_DAYS", default=90)
VISITOR_DAYS = env.int("VISITOR_DAYS", default=30)
# The WebSub hub that feeds name, if somebody runs one for this site.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")
CSRF_FAILURE_VIEW = "articles.desk.errors.without_key"
# The cross-site check is there as a subclass of ours, `TokensOfForms`, which this check of Django does not know.
SILENCED_SYSTEM_CHECKS = ["security.W003"]
# A text of two million letters of any script is read, so that the form can say that it is too long and keep it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

# Mails to colleagues: how they are sent, from whom, and where their links lead.
MAILERS = mailers()
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="newsroom@localhost")
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://localhost:8000").rstrip("/")

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["taxonomy.asking.rendering.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "taxonomy.asking.rendering.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "taxonomy.asking.schema.ResourceSchema",
    "UNAUTHENTICATED_USER": None,
    "EXCEPTION_HANDLER": "taxonomy.asking.problems.problem_response",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Editorial API",
    "DESCRIPTION": "Articles, and the sourced figures behind them, as of any day. Decimals are text, as printed.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "APPEND_COMPONENTS": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
    "SORT_OPERATION_PARAMETERS": False,
    "COMPONENT_NO_READ_ONLY_REQUIRED": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # Clients that are generated from the description call their types so.
    "ENUM_NAME_OVERRIDES": {
        "EditionKindEnum": "nqpf.openapi.EDITION_KINDS",
        "KeywordKindEnum": "taxonomy.models.Kind.values",
        "KeywordStatusEnum": "taxonomy.models.Status.values",
        "ObservationStatusEnum": "nqpf.openapi.OBSERVATION_STATUSES",
    },
}


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
