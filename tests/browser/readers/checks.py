"""What a page is asked once it is there: rules of accessibility, its outline, its focus, and what is cut off."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Rules whose answer changes with the colours, and with the room there is. All others read what stands in the page.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
OF_ROOM = ["target-size", "scrollable-region-focusable"]

HEADING = re.compile(r'- heading (?:"(?P<name>.*?)" )?\[level=(?P<level>\d)\]')
LANDMARK = re.compile(r'^\s*- (?P<role>banner|main|contentinfo|navigation|complementary)(?P<name> ".*")?')

# Text that nobody can get at: beside the page, or cut off by its own box where that cannot be scrolled.
CUT_OFF = """() => {
  const found = [];
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) found.push(`page ${document.documentElement.scrollWidth} > ${room}`);
  const scrolls = (style) => ["auto", "scroll"].includes(style.overflowX);
  for (const each of document.body.querySelectorAll("*")) {
    if (each.closest(".hide, svg, [hidden]") || !each.checkVisibility()) continue;
    const style = getComputedStyle(each);
    if (["hidden", "clip"].includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
      found.push(`cut off: ${each.tagName}.${each.className}`);
    if (![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    let around = each;
    while (around && !scrolls(getComputedStyle(around))) around = around.parentElement;
    const box = each.getBoundingClientRect();
    if (!around && box.width && !each.classList.contains("skip") && (box.left < -1 || box.right > room + 1))
      found.push(`beside the page: ${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 30)}`);
  }
  return [...new Set(found)].slice(0, 6);
}"""
# What moved without having been asked to, since the page was opened.
MOVED = """() => new Promise((told) => {
  const found = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) => found.push(
    [value, sources.map(({ node }) => node?.parentElement && `${node.tagName}.${node.className}`)],
  ))).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => told(found), 100));
})"""
# Half of what Web Vitals call good: on a busy machine a page arrives in pieces, and its tables find their columns late.
STILL = 0.05
# Everything that Tab reaches, and whether one sees where the focus is.
UNSEEN_FOCUS = """() => {
  const found = [];
  const stops = document.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]");
  for (const each of stops) {
    if (!each.checkVisibility() || each.closest("[aria-hidden=true]") || each.type === "hidden") continue;
    each.focus();
    if (document.activeElement !== each) continue;
    const style = getComputedStyle(each);
    const hit = each.matches(".pt") ? getComputedStyle(each.querySelector(".hit")) : null;
    const seen = hit ? hit.stroke !== "none" && parseFloat(hit.strokeWidth) >= 2
                     : style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!seen) found.push(`${each.tagName}.${each.className}#${each.id}`);
  }
  return [...new Set(found)].slice(0, 6);
}"""


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def broken_rules(page: Page, only: list[str] | None = None) -> list[str]:
    """Every rule that the page breaks, minor ones too, with where."""
    chosen = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    options = json.dumps({"runOnly": chosen, "resultTypes": ["violations"]})
    found: dict[str, Any] = page.evaluate(f"axe.run({options})")
    return [
        f"{each['id']} ({each['impact']}): {[node['target'] for node in each['nodes']][:3]}"
        for each in found["violations"]
    ]


def flaws_of_outline(page: Page) -> list[str]:
    """What a screen reader's list of headings and landmarks lacks, as the accessibility tree has them."""
    tree = page.locator("body").aria_snapshot().splitlines()
    headings = [found for line in tree if (found := HEADING.search(line))]
    levels = [int(each["level"]) for each in headings]
    flaws = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of level 1"]
    flaws += [f"a heading without words: {each[0]}" for each in headings if not each["name"]]
    flaws += [f"{before} is followed by {after}" for before, after in pairwise(levels) if after > before + 1]
    marks = [found for line in tree if (found := LANDMARK.match(line))]
    roles = [each["role"] for each in marks]
    flaws += [f"{roles.count(role)} {role}" for role in ("main",) if roles.count(role) != 1]
    flaws += [f"{role} twice" for role in ("banner", "contentinfo") if roles.count(role) > 1]
    named = [each[0].strip() for each in marks if each["role"] in ("navigation", "complementary")]
    flaws += [f"not told apart: {each}" for each in set(named) if named.count(each) > 1]
    return flaws


def cut_off(page: Page) -> list[str]:
    """What no reader gets to see at this size."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found


def unseen_focus(page: Page) -> list[str]:
    """Stops of the keyboard that show nothing when they have the focus."""
    page.keyboard.press("Tab")
    found: list[str] = page.evaluate(UNSEEN_FOCUS)
    return found


def moved(page: Page) -> list[str]:
    """Shifts of the layout that a reader sees while the page arrives (CLS of the Web Vitals)."""
    return [f"{value:.3f}: {sources}" for value, sources in page.evaluate(MOVED) if value >= STILL]
