"""Every generation of page, in every variation: all of the body, nothing else."""

import pytest
from generations import GENERATIONS
from invented_stories import NOTE, STORIES, VARIATIONS, spoiled, varied

from align.errors import InputError
from align.reading import parse, read
from align.reading.pages import BlockedError

OWN_READER = {"reuters_2011": "reuters-2011", "reuters_2011_br": "reuters-2011",
              "reuters_2016": "reuters-2016", "reuters_2017": "reuters-2017",
              "reuters_2020": "reuters-2020", "reuters_2021": "reuters-2021",
              "reuters_2024": "reuters-2024", "amp": "amp"}
WITH_DATA = {"reuters_2020": "next", "reuters_2021": "fusion", "reuters_2024": "fusion"}


def body_of(article):
    return list(article.paragraphs[1:])


@pytest.mark.parametrize("variation", VARIATIONS)
@pytest.mark.parametrize("name", list(STORIES))
@pytest.mark.parametrize("generation", list(GENERATIONS))
def test_every_generation_in_every_variation(generation, name, variation):
    story = varied(STORIES[name], variation)
    article = parse(spoiled(GENERATIONS[generation](story), variation).encode())
    bare = variation in ("no scripts", "no metadata")
    expected = OWN_READER[generation] if bare else WITH_DATA.get(generation, OWN_READER[generation])
    assert article.provenance["reader"] == expected
    assert article.title == story.title
    assert body_of(article) == story.paragraphs
    assert article.byline == ", ".join(story.authors)
    zone_lost = generation == "reuters_2017" and variation == "no metadata"
    assert article.published == (story.published.rstrip("Z") if zone_lost else story.published)
    assert article.updated in (story.updated, "" if variation == "no metadata" else story.updated)
    assert article.url == story.url
    assert article.language == "en"
    assert article.dateline.endswith("(Reuters)")
    assert article.dateline.startswith(story.place or ("(", story.day))
    assert article.provenance.get("versions", []) == (
        ["UPDATE 1"] if expected == "fusion" else []) + ([NOTE] if story.note else [])


@pytest.mark.parametrize("page", ["g1_standard", "g3_arc_p", "g4_arc_div"])
@pytest.mark.parametrize("variation", ["plain", "no scripts", "attributes reordered",
                                       "no metadata"])
def test_the_sample_pages(shared, page, variation):
    html = (shared / "pages" / f"{page}.html").read_text()
    article = parse(spoiled(html, variation).encode())
    assert len(body_of(article)) == 8
    assert body_of(article)[4] == "TARIFFS UNCHANGED"
    assert body_of(article)[0].startswith("Port workers in the made-up city")
    assert body_of(article)[-1].endswith("until the end of the month.")
    assert article.byline == "Ana Dorval, Tim Messner"
    assert article.published[:16] in ("2019-01-10T07:30", "2023-01-13T06:05", "2026-01-13T06:05")
    assert article.dateline in ("VARNHOLM (Reuters)", "VARNHOLM, Jan 13 (Reuters)")


def test_the_sample_block_page(shared):
    with pytest.raises(BlockedError, match="save the page in your browser"):
        read(shared / "pages" / "g5_datadome.html")


@pytest.mark.parametrize("html", [
    '<html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/x"></script>'
    "Enable JavaScript and cookies to continue</body></html>",
    "<html><head><title>Access Denied</title></head><body>You don't have permission to access "
    "this server.</body></html>",
    '<html><body><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>',
], ids=["cloudflare", "akamai", "datadome"])
def test_a_block_page_is_never_an_article(html):
    with pytest.raises(BlockedError):
        parse(html.encode())


def test_an_article_about_block_pages_is_an_article(shuffled_words):
    html = ("<article><h1>Robots</h1><p>Access denied, it said.</p>"
            f"<p>{shuffled_words(300)}.</p></article>")
    assert "Access denied" in parse(html.encode()).text


def test_the_word_count_says_whether_a_paragraph_was_lost():
    story = STORIES["dam"]
    whole = parse(GENERATIONS["reuters_2021"](story).encode())
    assert whole.provenance["word_count"]["agrees"] is True
    html = GENERATIONS["reuters_2021"](story).replace('"word_count": ', '"word_count": 9')
    assert parse(html.encode()).provenance["word_count"]["agrees"] is False


def test_markup_fills_in_where_data_holds_only_the_beginning():
    import json
    import re

    story = STORIES["dam"]
    html = GENERATIONS["reuters_2024"](story)
    found = re.search(r'"content_elements": (\[.*?\]), "slug"', html)
    short = json.dumps(json.loads(found[1])[:2])
    article = parse(html.replace(found[1], short).encode())
    assert body_of(article) == story.paragraphs
    assert article.provenance["reader"] == "reuters-2024"


@pytest.mark.parametrize("script", [
    "Fusion.globalContent={", 'Fusion.globalContent={"result": 5};', "Fusion.globalContent=[];",
    'Fusion.globalContent={"result": {"content_elements": "none"}};',
    "Fusion.globalContent=" + '{"a":' * 3000,
], ids=["cut", "a number", "a list", "no list", "deep"])
def test_broken_data_is_passed_over(script):
    story = STORIES["dam"]
    html = spoiled(GENERATIONS["reuters_2024"](story), "no scripts")
    article = parse(html.replace("</body>", f"<script>{script}</script></body>").encode())
    assert body_of(article) == story.paragraphs


def test_the_headline_is_found_in_the_pages_title_if_nowhere_else():
    import re

    html = spoiled(GENERATIONS["reuters_2024"](STORIES["dam"]), "no metadata")
    assert parse(re.sub("<h1.*?</h1>", "", html).encode()).title == STORIES["dam"].title


def live_blog(*, data: bool) -> str:
    updates = [("Water reaches the mill", "The water reached the mill at noon.\nNobody was there."),
               ("First cracks seen", "<p>A walker saw the first cracks.</p><p>He ran.</p>")]
    ld = {"@type": "LiveBlogPosting", "headline": "Quarren dam live",
          "datePublished": "2020-05-04T08:15:00Z",
          "liveBlogUpdate": [{"@type": "BlogPosting", "headline": title, "articleBody": body}
                             for title, body in updates]}
    import json

    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if data else ""
    posts = "".join(
        f'<article data-testid="live-blog-post-{n}"><h2>{title}</h2><span class="timestamp">12:00'
        f"</span>{body if '<p>' in body else ''.join(f'<p>{p}</p>' for p in body.splitlines())}"
        "</article>" for n, (title, body) in enumerate(updates))
    return f"<html><head>{script}</head><body><h1>Quarren dam live</h1>{posts}</body></html>"


@pytest.mark.parametrize("data", [True, False], ids=["by its data", "by its markup"])
def test_live_blogs(data):
    article = parse(live_blog(data=data).encode())
    assert article.title == "Quarren dam live"
    assert body_of(article) == ["Water reaches the mill", "The water reached the mill at noon.",
                                "Nobody was there.", "First cracks seen",
                                "A walker saw the first cracks.", "He ran."]


def test_any_other_page(shuffled_words):
    paragraphs = [f"{shuffled_words(40 + n).capitalize()}." for n in range(6)]
    html = ('<html lang="id"><head><title>Judul - Situs.com</title></head><body><div id="menu">'
            '<a href="/">Home</a></div><div class="content"><h1>Bendungan Quarren Dikuras</h1>'
            + "".join(f"<p>{text}</p>" for text in paragraphs)
            + '<p>Baca juga: <a href="/x">Pelabuhan Ditutup</a></p></div></body></html>')
    article = parse(html.encode())
    assert article.title == "Bendungan Quarren Dikuras"
    assert body_of(article) == paragraphs


def test_a_page_too_short_for_extraction():
    article = parse(b"<h1>Quarren to drain its dam</h1><p>Soon, it said.</p>")
    assert article.paragraphs == ("Quarren to drain its dam", "Soon, it said.")


@pytest.mark.parametrize("html", ["<html></html>", "<p> </p>", "<body><img src=x></body>"])
def test_a_page_without_text_is_refused(html):
    with pytest.raises(InputError):
        parse(html.encode())
