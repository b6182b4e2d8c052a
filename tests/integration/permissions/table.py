"""Who gets in where, as a table: every address of the admin has a line, and a new address without one fails a test.

Roles: A author, E editor, D data editor, M moderator, X administrator, N staff without a role. Nobody gets in unsigned.
"""

EVERYBODY = "AEDMXN"
ROLES = {"A": "Author", "E": "Editor", "D": "Data editor", "M": "Moderator", "X": "Administrator", "N": ""}

# Addresses without an object.
PLAIN = {
    "index": EVERYBODY,
    "password_change": EVERYBODY,
    "password_change_done": EVERYBODY,
    "jsi18n": EVERYBODY,
    "articles_article_check": "AEX",
    "articles_article_find": "AEX",
    "articles_article_trash": EVERYBODY,  # each sees what concerns them: test_nothing_foreign_is_told
    "articles_article_calendar": "AEX",
    "articles_article_recognise": "AEX",
    "articles_article_suggest": "AEX",
    "articles_article_house": "AEX",
    "articles_article_keep_view": "AEX",
    "articles_article_export": "AEX",
    "articles_audit_log": "EX",
    "articles_edition_coverage": "EDMX",
    "articles_edition_coverage_export": "EDMX",
    "articles_audit_export": "EX",
    "articles_image_find": "AEX",
    "articles_image_send": "AEX",
    "taxonomy_keyword_report": "AEDX",
    "articles_reply_visitor": "EMX",
    "desk:palette": EVERYBODY,  # each is told what concerns them: test_the_palette_tells_nothing
}

# Models: who opens list, page and history; who adds; who changes; who deletes. Nobody else does.
MODELS = {
    "articles_article": ("AEX", "AEX", "AEX", ""),  # of objects: `OF_AN_ARTICLE`
    "articles_publication": ("AEX", "AEX", "EX", "EX"),
    "articles_agent": ("AEX", "AEX", "EX", "EX"),
    "articles_contact": ("EMX", "X", "MX", ""),
    "articles_edition": ("EDMX", "", "", ""),
    "articles_transition": ("EX", "", "", ""),
    "articles_image": ("AEX", "AEX", "EX", "EX"),
    "articles_houserule": ("EX", "EX", "EX", "EX"),
    "articles_clipping": ("AEX", "AEX", "EX", ""),  # authors: their own
    "articles_reply": ("EMX", "", "", ""),
    "articles_holdword": ("EMX", "EMX", "EMX", "EMX"),
    "articles_enquiry": ("EMX", "", "", ""),
    "articles_outgoinglink": ("EX", "", "", ""),
    "articles_jointrelease": ("EX", "EX", "EX", "EX"),
    "articles_frontpage": ("EX", "", "", ""),
    "indicators_source": ("AEDX", "DX", "DX", "DX"),
    "indicators_release": ("AEDX", "DX", "DX", "DX"),
    "indicators_unit": ("AEDX", "DX", "DX", "DX"),
    "indicators_area": ("AEDX", "DX", "DX", "DX"),
    "indicators_indicator": ("AEDX", "DX", "DX", "DX"),
    "indicators_dataimport": ("DX", "DX", "DX", ""),
    "indicators_observation": ("AEDX", "", "", ""),
    "indicators_vintage": ("AEDX", "", "", ""),
    "indicators_upstreamerror": ("AEDX", "DX", "", ""),
    "indicators_series": ("AEDX", "DX", "DX", "DX"),
    "taxonomy_keyword": ("AEDX", "EX", "EX", "EX"),
    "auth_group": ("X", "X", "X", "X"),
    "auth_user": ("X", "X", "X", "X"),
}

# Addresses of one article, and the verb they stand for: tried for own and foreign ones in every state.
OF_AN_ARTICLE = {
    "articles_article_change": "edit",
    "articles_article_history": "view",
    "articles_article_delete": "delete",
    "articles_article_verb": "trash",
    "articles_article_publish": "publish",
    "articles_article_withdraw": "withdraw",
    "articles_article_cancel_schedule": "publish",
    "articles_article_move_schedule": "publish",
    "articles_article_end": "withdraw",
    "articles_article_cancel_end": "withdraw",
    "articles_article_correct": "edit",
    "articles_article_revision": "view",
    "articles_article_compare": "view",
    "articles_article_preview": "view",
    "articles_article_autosave": "edit",
    "articles_article_presence": "edit",
    "articles_article_restore": "edit",
    "articles_article_new_link": "edit",
    "articles_article_note_add": "comment",
    "articles_article_note_people": "comment",
    "articles_article_note_answer": "comment",
    "articles_article_note_verb": "comment",
}

# Further addresses of one article, of what hangs on it. Tried with POST, for own and foreign articles.
HANGING_ON_AN_ARTICLE = [
    "articles_article_merge",
    "articles_article_revoke_link",
    "articles_article_comment_read",
]

# Addresses of other objects: who gets in.
OF_OBJECTS = {
    "articles_frontpage_cancel": "EX",
    "articles_frontpage_restore": "EX",
    "articles_jointrelease_publish": "EX",
    "articles_jointrelease_cancel": "EX",
    "articles_jointrelease_take_out": "EX",
    "articles_jointrelease_put_in": "EX",
    "indicators_series_record": "DX",
    **{f"indicators_dataimport_{verb}": "DX" for verb in ("columns", "apply", "undo", "discard")},
    **{f"indicators_upstreamerror_{verb}": "DX" for verb in ("inform", "reply", "reject", "look")},
    "taxonomy_keyword_merge": "EX",
    "taxonomy_keyword_move": "EX",
    "taxonomy_keyword_retire": "EX",
    "taxonomy_keyword_undo_merge": "EX",
    "view_on_site": "EDMX",  # of an edition: whoever may see editions
}

# What begins an article from the form, with POST.
BEGINNING = {"articles_article_start": "AEX", "articles_article_preview_new": "AEX"}

# Addresses with a test of their own.
ELSEWHERE = {
    "login",
    "logout",
    "autocomplete",  # nothing foreign is told by lists and pickers
    "app_list",  # an app shows what one may open
    "articles_article_drop_view",  # only one's own views are dropped
    "desk:language",  # the palette is for the desk only
    "desk:on_site",  # the address under which `view_on_site` is found first
    "usage:list",  # tests/integration/usage: the page asks who may see the object
}

# Addresses outside the admin, by how they begin: what is under them is for readers, or answers for itself.
OUTSIDE = {
    "api/": "for everybody the same: the API tells nothing that is not public",
    "preview/": "whoever has the link: tests/integration/revisions/test_previews.py",
    "healthz": "for the machine that watches the site",
    "static/": "our own files",
    "media/images/": "what has been published: tests/integration/media",
    "": "the pages of readers, which know no login: tests/integration/leaks",
}
