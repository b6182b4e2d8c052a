# ruff: noqa: E501  (a sentence is not broken)
"""Prose of other desks and other countries: what every figure in it is. Written for this test, none of it was print."""

from datetime import date

import pytest

from articles.figures.decimals import plain
from articles.figures.extraction import ExtractedFigure, extract

DAY = date(2025, 6, 12)
# The month in which a fiscal year starts there.
STARTS = {"Pakistan": 7, "India": 4, "United Kingdom": 4, "United States": 10}
# printed | kind, + up or - down | value | unit | period, where the sentence leaves no doubt
PROSE = [
    (
        "Pakistan",
        "The federal government has earmarked Rs2,550 billion for defence in 2025-26, 20.2% more than the Rs2,122 billion allocated last year.",
        [
            "Rs2,550 billion | level | 2550000000000 | PKR | 2025/2026",
            "20.2% | change+ | 20.2 | percent | ",
            "Rs2,122 billion | level | 2122000000000 | PKR | ",
        ],
    ),
    (
        "Pakistan",
        "Total outlay of the budget is Rs17.57tr, of which Rs8.207tr will go to interest payments.",
        [
            "Rs17.57tr | level | 17570000000000 | PKR | ",
            "Rs8.207tr | level | 8207000000000 | PKR | ",
        ],
    ),
    (
        "Pakistan",
        "The fiscal deficit has been pegged at 3.9pc of GDP against 5.9pc a year ago.",
        [
            "3.9pc | share | 3.9 | percent | ",
            "5.9pc | share | 5.9 | percent | ",
        ],
    ),
    (
        "India",
        "The finance minister raised the tax-free threshold from ₹7 lakh to ₹12 lakh, costing the exchequer ₹1 lakh crore a year.",
        [
            "₹7 lakh | level | 700000 | INR | ",
            "₹12 lakh | level | 1200000 | INR | ",
            "₹1 lakh crore | level | 1000000000000 | INR | ",
        ],
    ),
    (
        "India",
        "Capital expenditure rises to Rs. 11.21 lakh crore (3.1 per cent of GDP) in FY26.",
        [
            "Rs. 11.21 lakh crore | level | 11210000000000 | INR | 2025/2026",
            "3.1 per cent | share | 3.1 | percent | ",
        ],
    ),
    (
        "United Kingdom",
        "The Chancellor announced £22bn of extra borrowing over five years and a rise of 1.2 percentage points in employers' National Insurance, to 15%.",
        [
            "£22bn | level | 22000000000 | GBP | ",
            "1.2 percentage points | change+ | 1.2 | percentage_point | ",
            "15% | rate | 15 | percent | ",
        ],
    ),
    (
        "United Kingdom",
        "Public sector net debt stood at 96.4 per cent of GDP at the end of May 2025, 0.5 percentage points higher than a year earlier.",
        [
            "96.4 per cent | share | 96.4 | percent | 2025-05",
            "0.5 percentage points | change+ | 0.5 | percentage_point | ",
        ],
    ),
    (
        "Pakistan",
        "Installed capacity reached 46,605 MW by the end of March, up from 42,512 MW in the same period last year.",
        [
            "46,605 MW | level | 46605 | MW | 2025-03",
            "42,512 MW | level | 42512 | MW | 2024-03",
        ],
    ),
    (
        "Pakistan",
        "The 884-MW Suki Kinari plant cost $1.96bn and will generate 3.21 billion units of electricity a year.",
        [
            "884-MW | level | 884 | MW | ",
            "$1.96bn | level | 1960000000 | USD | ",
            "3.21 billion units | level | 3210000000 | - | ",
        ],
    ),
    (
        "Pakistan",
        "Brent crude fell 2.1% to $64.11 a barrel, while U.S. West Texas Intermediate lost $1.32 to $60.98.",
        [
            "2.1% | change- | 2.1 | percent | ",
            "$64.11 a barrel | level | 64.11 | USD/bbl | ",
            "$1.32 | change- | 1.32 | USD | ",
            "$60.98 | level | 60.98 | USD | ",
        ],
    ),
    (
        "Pakistan",
        "OPEC+ agreed to raise output by 411,000 barrels per day in July.",
        [
            "411,000 barrels per day | change+ | 411000 | bbl/d | 2025-07",
        ],
    ),
    (
        "China",
        "China added 92.9 gigawatts of solar capacity in May alone, nearly four times as much as in May 2024.",
        [
            "92.9 gigawatts | change+ | 92.9 | GW | 2025-05",
            "four times | ratio | 4 | times | ",
        ],
    ),
    (
        "Pakistan",
        "Gas reserves are estimated at 19.5 trillion cubic feet.",
        [
            "19.5 trillion cubic feet | level | 19500000000000 | ft3 | ",
        ],
    ),
    (
        "Pakistan",
        "Exports in July-April FY25 clocked in at $26.86 billion compared to $25.28 billion in the corresponding period of FY24, a 6.25% increase.",
        [
            "$26.86 billion | level | 26860000000 | USD | 2024-07/2025-04",
            "$25.28 billion | level | 25280000000 | USD | 2023-07/2024-04",
            "6.25% | change+ | 6.25 | percent | ",
        ],
    ),
    (
        "Pakistan",
        "The trade deficit narrowed by 8.81 per cent to US$2.62 billion in May.",
        [
            "8.81 per cent | change- | 8.81 | percent | 2025-05",
            "US$2.62 billion | level | 2620000000 | USD | 2025-05",
        ],
    ),
    (
        "Pakistan",
        "Bilateral trade between China and Pakistan hit a record 23.1 billion U.S. dollars in 2024, a year-on-year rise of 11.1 percent.",
        [
            "23.1 billion U.S. dollars | level | 23100000000 | USD | 2024",
            "11.1 percent | change+ | 11.1 | percent | 2024",
        ],
    ),
    (
        "Pakistan",
        "Remittances soared 33.2pc to $31.2bn in the first ten months of FY25, versus $23.9bn in the same period of the previous fiscal year.",
        [
            "33.2pc | change+ | 33.2 | percent | 2024-07/2025-04",
            "$31.2bn | level | 31200000000 | USD | 2024-07/2025-04",
            "$23.9bn | level | 23900000000 | USD | 2023-07/2024-04",
        ],
    ),
    (
        "Pakistan",
        "Washington imposed a 29% tariff on Pakistani goods, against 34% for China and 26% for India.",
        [
            "29% | rate | 29 | percent | ",
            "34% | rate | 34 | percent | ",
            "26% | rate | 26 | percent | ",
        ],
    ),
    (
        "Pakistan",
        "The rupee closed at 281.92 to the dollar in the interbank market, losing 4 paisa.",
        [
            "281.92 | level | 281.92 | - | ",
            "4 paisa | change- | 0.04 | PKR | ",
        ],
    ),
    (
        "Germany",
        "The euro slipped 0.3% to $1.1487.",
        [
            "0.3% | change- | 0.3 | percent | ",
            "$1.1487 | level | 1.1487 | USD | ",
        ],
    ),
    (
        "Pakistan",
        "Cotton output is down 30.7% at 7.1 million bales from 10.2 million bales a year ago.",
        [
            "30.7% | change- | 30.7 | percent | ",
            "7.1 million bales | level | 7100000 | bale | ",
            "10.2 million bales | level | 10200000 | bale | ",
        ],
    ),
    (
        "Pakistan",
        "Wheat was sown on 22.07 million acres, and the average yield was 31.4 maunds per acre.",
        [
            "22.07 million acres | level | 22070000 | acre | ",
            "31.4 maunds per acre | level | 31.4 | maund/acre | ",
        ],
    ),
    (
        "India",
        "Kharif foodgrain production is estimated at a record 1,647.05 lakh metric tonnes (LMT) in 2024-25, higher by 89.37 LMT than in 2023-24.",
        [
            "1,647.05 lakh metric tonnes (LMT) | level | 164705000 | tonne | 2024/2025",
            "89.37 LMT | change+ | 8937000 | tonne | ",
        ],
    ),
    (
        "India",
        "Farmers get a minimum support price of Rs 2,425 per quintal, Rs 150 more than last season.",
        [
            "Rs 2,425 per quintal | level | 2425 | INR/quintal | ",
            "Rs 150 | change+ | 150 | INR | ",
        ],
    ),
    (
        "Pakistan",
        "About 3.3 mha of cropland were lost.",
        [
            "3.3 mha | level | 3300000 | hectare | ",
        ],
    ),
    (
        "United States",
        "U.S. corn yields are forecast at 181 bushels an acre, with 15.8 billion bushels harvested from 87.4 million acres.",
        [
            "181 bushels an acre | level | 181 | bushel/acre | ",
            "15.8 billion bushels | level | 15800000000 | bushel | ",
            "87.4 million acres | level | 87400000 | acre | ",
        ],
    ),
    (
        "Pakistan",
        "Only 41.6 million people, or 17.3% of the population, have health insurance.",
        [
            "41.6 million people | level | 41600000 | person | ",
            "17.3% | share | 17.3 | percent | ",
        ],
    ),
    (
        "Pakistan",
        "Life expectancy rose by 1.4 years to 67.6 years in 2023.",
        [
            "1.4 years | change+ | 1.4 | year | 2023",
            "67.6 years | level | 67.6 | year | 2023",
        ],
    ),
    (
        "Pakistan",
        "Headline CPI rose 3.5% y/y in May, after 0.3% in April; core inflation was unchanged at 8.5%.",
        [
            "3.5% | change+ | 3.5 | percent | 2025-05",
            "0.3% | change+ | 0.3 | percent | 2025-04",
            "8.5% | rate | 8.5 | percent | ",
        ],
    ),
    (
        "United Kingdom",
        "The Bank of England cut Bank Rate by 25 basis points to 4.25%, its lowest since 2023.",
        [
            "25 basis points | change- | 25 | basis_point | ",
            "4.25% | rate | 4.25 | percent | ",
        ],
    ),
    (
        "United States",
        "Nonfarm payrolls increased by 139,000 in May and the jobless rate held at 4.2 percent.",
        [
            "139,000 | change+ | 139000 | - | 2025-05",
            "4.2 percent | rate | 4.2 | percent | 2025-05",
        ],
    ),
    (
        "United Kingdom",
        "Average weekly earnings grew at an annual rate of 5.2% in the three months to April 2025.",
        [
            "5.2% | change+ | 5.2 | percent | 2025-02/2025-04",
        ],
    ),
    (
        "United States",
        "Real GDP shrank 0.3% in Q1, quarter on quarter, the first contraction since Q1 2022.",
        [
            "0.3% | change- | 0.3 | percent | 2025-Q1",
        ],
    ),
    (
        "United States",
        "GDP growth is projected to slow from 2.8% in 2024 to 1.6% in 2025 and 1.5% in 2026.",
        [
            "2.8% | change+ | 2.8 | percent | 2024",
            "1.6% | change+ | 1.6 | percent | 2025",
            "1.5% | change+ | 1.5 | percent | 2026",
        ],
    ),
    (
        "Pakistan",
        "The KSE-100 index gained 1,573.07 points, or 1.29%, to close at 123,025.",
        [
            "1,573.07 points | change+ | 1573.07 | point | ",
            "1.29% | change+ | 1.29 | percent | ",
            "123,025 | level | 123025 | index | ",
        ],
    ),
    (
        "India",
        "Sensex tumbled 823.16 points (1.00 per cent) to settle at 81,691.98.",
        [
            "823.16 points | change- | 823.16 | point | ",
            "1.00 per cent | change- | 1.00 | percent | ",
            "81,691.98 | level | 81691.98 | index | ",
        ],
    ),
    (
        "China",
        "PMI came in at 49.5 in May, up 0.5 point from April.",
        [
            "49.5 | level | 49.5 | index | 2025-05",
            "0.5 point | change+ | 0.5 | point | ",
        ],
    ),
    (
        "Pakistan",
        "The ML-1 project, a 1,733-km railway from Karachi to Peshawar, is to cost $6.7 billion in two phases.",
        [
            "1,733-km | level | 1733 | km | ",
            "$6.7 billion | level | 6700000000 | USD | ",
        ],
    ),
    (
        "Pakistan",
        "Some 38 projects worth $25.2 billion have been completed under CPEC, while 26 projects worth $26.8 billion are in the pipeline.",
        [
            "38 projects | level | 38 | project | ",
            "$25.2 billion | level | 25200000000 | USD | ",
            "26 projects | level | 26 | project | ",
            "$26.8 billion | level | 26800000000 | USD | ",
        ],
    ),
    (
        "Pakistan",
        "CPEC has created over 236,000 direct jobs, 155,000 of them for Pakistanis.",
        [
            "236,000 direct jobs | level | 236000 | job | ",
            "155,000 | level | 155000 | - | ",
        ],
    ),
    (
        "Pakistan",
        "Gwadar Port handled 1.4m tonnes of cargo in 2024, twice as much as in 2023.",
        [
            "1.4m tonnes | level | 1400000 | tonne | 2024",
        ],
    ),
    (
        "China",
        "Industrial output grew 5.8 percent year on year in May 2025, while retail sales expanded 6.4 percent to 4.1326 trillion yuan (about 575.9 billion U.S. dollars).",
        [
            "5.8 percent | change+ | 5.8 | percent | 2025-05",
            "6.4 percent | change+ | 6.4 | percent | 2025-05",
            "4.1326 trillion yuan | level | 4132600000000 | CNY | 2025-05",
            "575.9 billion U.S. dollars | level | 575900000000 | USD | 2025-05",
        ],
    ),
    (
        "China",
        "The output of industrial robots, NEVs and 3D printing devices rose 35.5 percent, 31.7 percent and 40 percent, respectively.",
        [
            "35.5 percent | change+ | 35.5 | percent | ",
            "31.7 percent | change+ | 31.7 | percent | ",
            "40 percent | change+ | 40 | percent | ",
        ],
    ),
    (
        "China",
        "Fixed-asset investment rose 3.7 percent to 19.19 trillion yuan in the January-May period.",
        [
            "3.7 percent | change+ | 3.7 | percent | 2025-01/2025-05",
            "19.19 trillion yuan | level | 19190000000000 | CNY | 2025-01/2025-05",
        ],
    ),
    (
        "Pakistan",
        "Roughly two-fifths of the 240 million inhabitants live on less than $3.65 a day.",
        [
            "two-fifths | share | 2/5 | ratio | ",
            "240 million inhabitants | level | 240000000 | person | ",
            "$3.65 a day | level | 3.65 | USD/day | ",
        ],
    ),
    (
        "Germany",
        "Profits more than doubled to €1.2m from €0.5m.",
        [
            "doubled | change+ | 2 | times | ",
            "€1.2m | level | 1200000 | EUR | ",
            "€0.5m | level | 500000 | EUR | ",
        ],
    ),
    (
        "Pakistan",
        "Output was between 4,500 and 5,000 tonnes a day.",
        [
            "4,500 and 5,000 tonnes a day | level | 4500..5000 | tonne/day | ",
        ],
    ),
    (
        "Pakistan",
        "Inflation is expected to remain in the range of 1.5%-2.0% in June.",
        [
            "1.5%-2.0% | rate | 1.5..2.0 | percent | 2025-06",
        ],
    ),
    (
        "Pakistan",
        "Twenty-five million people, one-tenth of the population, have no power.",
        [
            "Twenty-five million people | level | 25000000 | person | ",
            "one-tenth | share | 1/10 | ratio | ",
        ],
    ),
    (
        "Pakistan",
        "Sales quadrupled in a decade.",
        [
            "quadrupled | change+ | 4 | times | ",
        ],
    ),
    (
        "Pakistan",
        "The index fell 12 points to minus 8.4 in the second quarter of 2024.",
        [
            "12 points | change- | 12 | point | 2024-Q2",
            "minus 8.4 | level | -8.4 | index | 2024-Q2",
        ],
    ),
    (
        "Pakistan",
        "The temperature will rise by 1.5°C by 2050, and by 3-5 degrees Celsius in the north.",
        [
            "1.5°C | change+ | 1.5 | degC | 2050",
            "3-5 degrees Celsius | change+ | 3..5 | degC | ",
        ],
    ),
    (
        "India",
        "Revenue was Rs 1,25,000 crore.[3] See Section 4.2 and Table 7; call 021-111-222-333.",
        [
            "Rs 1,25,000 crore | level | 1250000000000 | INR | ",
        ],
    ),
    (
        "Pakistan",
        "In the 1990s, Article 370, the Boeing 737 and the G7 made headlines; she is 45 years old.",
        [],
    ),
    (
        "Pakistan",
        "Population: 241.49m (2023 census).",
        [
            "241.49m | level | 241490000 | - | 2023",
        ],
    ),
    (
        "Pakistan",
        "Growth (2024): 2.5%",
        [
            "2.5% | change+ | 2.5 | percent | 2024",
        ],
    ),
    (
        "Pakistan",
        "Sugar prices have risen by Rs5 per kg to Rs185/kg.",
        [
            "Rs5 per kg | change+ | 5 | PKR/kg | ",
            "Rs185/kg | level | 185 | PKR/kg | ",
        ],
    ),
    (
        "Pakistan",
        "Foreign exchange reserves held by the SBP decreased by $7 million to $11.51 billion as of May 30, 2025.",
        [
            "$7 million | change- | 7000000 | USD | 2025-05-30",
            "$11.51 billion | level | 11510000000 | USD | 2025-05-30",
        ],
    ),
    (
        "Pakistan",
        "Water storage is at 10.7 MAF, and inflows fell to 237,200 cusecs.",
        [
            "10.7 MAF | level | 10700000 | acre_foot | ",
            "237,200 cusecs | level | 237200 | ft3/s | ",
        ],
    ),
    (
        "Pakistan",
        "A ninefold increase in EV sales is expected.",
        [
            "ninefold | change+ | 9 | times | ",
        ],
    ),
    (
        "Pakistan",
        "Emissions were 0.98 tCO2e per capita, or 227 MtCO2e.",
        [
            "0.98 | level | 0.98 | - | ",
            "227 | level | 227 | - | ",
        ],
    ),
    (
        "Pakistan",
        "Sales of the firm climbed to $1.2 billion-$1.4 billion.",
        [
            "$1.2 billion-$1.4 billion | level | 1200000000..1400000000 | USD | ",
        ],
    ),
    (
        "Pakistan",
        "Nearly 8 in 10 households and 35 out of every 100 women own a phone.",
        [
            "8 in 10 | share | 8/10 | ratio | ",
            "35 out of every 100 | share | 35/100 | ratio | ",
        ],
    ),
    (
        "Pakistan",
        "Literacy rate increased from 58.9% in 2017 to 60.7% in 2023.",
        [
            "58.9% | rate | 58.9 | percent | 2017",
            "60.7% | rate | 60.7 | percent | 2023",
        ],
    ),
    (
        "Pakistan",
        "The loan carries interest at SOFR plus 2.5%.",
        [
            "2.5% | rate | 2.5 | percent | ",
        ],
    ),
    (
        "Pakistan",
        "The dam will store 8.1 million acre-feet and produce 4,500MW.",
        [
            "8.1 million acre-feet | level | 8100000 | acre_foot | ",
            "4,500MW | level | 4500 | MW | ",
        ],
    ),
]


@pytest.mark.parametrize(("area", "text", "figures"), PROSE)
def test_every_figure_of_other_prose(area: str, text: str, figures: list[str]) -> None:
    found = extract(text, published=DAY, area=area, fiscal_year_start=STARTS.get(area, 1))
    assert [told(figure, like) for figure, like in zip(found, figures, strict=True)] == figures


def told(figure: ExtractedFigure, like: str) -> str:
    """The figure as the table writes it; the period only where the table names one."""
    sign = {"up": "+", "down": "-"}.get(figure.direction or "", "")
    value = plain(figure.value) if figure.value is not None else ""
    if figure.low is not None and figure.high is not None:
        value = f"{plain(figure.low)}..{plain(figure.high)}"
    if figure.parts:
        value = "{}/{}".format(*figure.parts)
    period = figure.period if like.rpartition(" | ")[2] else ""
    return " | ".join((figure.text, f"{figure.kind}{sign}", value, figure.unit or "-", period or ""))
