"""Labels are found in a text as whole words, the longest first, Chinese without spaces."""

import time

from taxonomy.folding import fold
from taxonomy.spotting import Label, spot


def found(text: str, *labels: str) -> list[tuple[str, int]]:
    given = [Label(fold(label), label, n) for n, label in enumerate(labels)]
    return [(each.label, each.times) for each in spot(text, given)]


def test_whole_words_and_the_longest_label() -> None:
    text = "The digital economy of China. Digitally, China's economy grew; CHINATOWN did not."
    assert found(text, "Economy", "Digital economy", "China", "Town", "Digital") == [
        ("China", 2), ("Digital economy", 1), ("Economy", 1),
    ]  # fmt: skip


def test_chinese_and_urdu() -> None:
    assert found("中国人民银行与巴基斯坦", "中国", "巴基斯坦", "银行", "中") == [
        ("中国", 1),
        ("银行", 1),
        ("巴基斯坦", 1),
    ]
    assert found("پاكستان اور چین کی معیشت", "پاکستان", "چین", "معیشت کی") == [("پاکستان", 1), ("چین", 1)]


def test_acronyms_are_meant_in_capitals() -> None:
    assert found("It is what it is.", "IT", "IS") == []
    assert found("The IT sector of CPEC", "IT", "CPEC") == [("IT", 1), ("CPEC", 1)]


def test_a_long_text_and_many_labels_stay_bounded() -> None:
    text = " ".join(f"word{n % 9000} industrial system" for n in range(34_000))
    labels = [Label(f"word{n} industrial thing{n}", "x", n) for n in range(50_000)]
    began = time.process_time()
    assert spot(text, labels) == []
    assert time.process_time() - began < 20
