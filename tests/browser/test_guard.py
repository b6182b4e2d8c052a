"""The guard itself: what it hears, and that it stays silent on a quiet page."""

from tests.browser.conftest import OpenPage
from tests.browser.guard import Guard


def test_a_quiet_page_gives_no_complaint(open_page: OpenPage, guard: Guard) -> None:
    open_page().goto("data:text/html,<title>quiet</title>")
    assert guard.unexpected() == []


def test_errors_exceptions_and_violations_are_heard(open_page: OpenPage, guard: Guard) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\">"
    page = open_page()
    page.set_content(f"{policy}<p style='color:red'>x</p>")
    page.evaluate(
        "console.error('wrong'); console.warn('doubtful'); setTimeout(() => { throw Error('thrown') })"
    )
    page.wait_for_timeout(100)
    heard = "\n".join(guard.complaints)
    guard.expect("wrong|doubtful|thrown|Content Security Policy")
    assert all(word in heard for word in ("wrong", "doubtful", "thrown", "Content Security Policy"))


def test_a_request_to_another_host_is_heard_and_goes_nowhere(open_page: OpenPage, guard: Guard) -> None:
    open_page().set_content("<img src='http://elsewhere.invalid/x.png'>", wait_until="load")
    guard.expect(r"elsewhere\.invalid")
    assert any(complaint.startswith("request to another host") for complaint in guard.complaints)
