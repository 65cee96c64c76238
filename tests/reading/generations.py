"""A generator of pages: one function per generation, story in, HTML out.

The markup follows what is known of each generation; every page carries the boilerplate that its
time had, in the places where it had it.
"""

# ruff: noqa: E501  (markup reads best on the lines it has)
import json

from invented_stories import (
    BULLETS,
    FOOTER,
    HEADING,
    HIDDEN,
    NAV,
    PROMO,
    READ_NEXT,
    TRUST,
    Story,
    escaped,
    head,
)


def blocks(story: Story, paragraph: str, heading: str, promo: str, *, dateline: str = "") -> str:
    """The body: templates with `{}` for the text, `{n}` for a paragraph's number."""
    parts, count = [], 0
    if story.note:
        parts.append(paragraph.replace("{n}", "99").replace("{}", story.note))
    for kind, text in story.body:
        if kind == BULLETS:
            for item in text.split("|"):
                parts.append(paragraph.replace("{n}", str(count)).replace("{}", escaped(item)))
                count += 1
        elif kind == HEADING:
            parts.append(heading.replace("{}", escaped(text)))
        else:
            lead = f"{dateline} - " if dateline and not count else ""
            parts.append(paragraph.replace("{n}", str(count)).replace("{}", lead + escaped(text)))
            count += 1
        if story.promo and count == 2:
            parts.append(promo)
    return "\n".join(parts)


def by(story: Story) -> str:
    return " and ".join(story.authors)


def reuters_2011(story: Story) -> str:
    body = blocks(story, '<span id="midArticle_{n}"></span><p>{}</p>', "<p><b>{}</b></p>",
                  f'<div class="promo"><p>{PROMO}</p></div>',
                  dateline=f"({story.dateline.rpartition('(')[2]}")
    return (f'{head(story, revision=True)}<body>{NAV}<h1>{story.html_title}</h1><div id="articleInfo">'
            f'<p class="byline">By {by(story)}</p><p><span class="location">{story.place}</span> | '
            f'<span class="timestamp">Mon May 4, 2020 8:15am UTC</span></p></div>'
            f'<div class="relatedPhoto"><div class="caption">A dam. Credit: Reuters/Ola Brink</div></div>'
            f'<span id="articleText"><span id="midArticle_start"></span>{body}'
            f'<p>({story.sign_off})</p><div class="relatedTopicButtons"><a href="/t">World</a></div>'
            f"</span>{FOOTER}</body></html>")


def reuters_2011_br(story: Story) -> str:
    body = blocks(story, "{}<br/><br/>", "<b>{}</b><br><br>", f"{PROMO}<br><br>",
                  dateline=story.dateline)
    return (f'{head(story, revision=True)}<body>{NAV}<h1>{story.html_title}</h1><div id="articleInfo">'
            f'<p class="byline">By {by(story)}</p><span class="timestamp">Mon May 4, 2020 8:15am UTC'
            f'</span></div><div id="articleText">{body}({story.sign_off})</div>{FOOTER}</body></html>')


def reuters_2016(story: Story) -> str:
    body = blocks(story, "<p>{}</p>", "<h3>{}</h3>",
                  f'<div class="newsletter-signup"><p>{PROMO}</p></div>', dateline=story.dateline)
    authors = ", ".join(f'<span class="author">{name}</span>' for name in story.authors)
    return (f'{head(story)}<body>{NAV}<section><div id="rcs-articleHeader"><h1 class="article-headline">'
            f'{story.html_title}</h1><span class="timestamp">Mon May 4, 2020 | 8:15am UTC</span></div>'
            f'<div id="rcs-articleContent"><div class="column1 col col-10"><div class="inline-photo">'
            f"<p>FILE PHOTO: A dam. REUTERS/Ola Brink</p></div><span id='article-text'>"
            f"<div id='article-byline'>By {authors}</div>{body}<p>({story.sign_off})</p></span>"
            f'<div class="info-box">{TRUST}</div><section class="more-on"><h3>Next In World News</h3>'
            f"<p>Another budget passes</p></section></div></div></section>{FOOTER}</body></html>")


def reuters_2017(story: Story) -> str:
    lead = f"{story.place} (Reuters)" if story.place else "(Reuters)"
    body = blocks(story, "<p>{}</p>", "<h3>{}</h3>",
                  f'<div class="Newsletter_container"><p>{PROMO}</p></div>', dateline=lead)
    authors = "".join(f'<span><a href="/j">{name}</a>, </span>' for name in story.authors)
    return (f'{head(story)}<body>{NAV}<div class="StandardArticle_inner-container">'
            f'<div class="ArticleHeader_container"><div class="ArticleHeader_channel">World News</div>'
            f'<div class="ArticleHeader_date">May 4, 2020 / 8:15 AM / Updated 2 hours ago</div>'
            f'<h1 class="ArticleHeader_headline">{story.html_title}</h1>'
            f'<div class="BylineBar_byline_3sd">{authors}</div>'
            f'<p class="BylineBar_reading-time">2 Min Read</p></div>'
            f'<div class="StandardArticleBody_body_1gnLA"><div class="PrimaryAsset_container">'
            f'<div class="Image_caption"><p>FILE PHOTO: A dam. REUTERS/Ola Brink</p></div></div>{body}'
            f'<div class="Slideshow_caption">Slideshow ( 2 images )</div>'
            f'<div class="RelatedCoverage_module"><ul><li><a href="/x">Factbox: Dams</a></li></ul></div>'
            f'<div class="Attribution_container"><p class="Attribution_content">{story.sign_off}</p></div>'
            f'<div class="StandardArticleBody_trustBadgeContainer"><p>{TRUST}</p></div></div></div>'
            f"{FOOTER}</body></html>")


def reuters_2020(story: Story, *, data: bool = True) -> str:
    body = blocks(story, '<p class="Paragraph-paragraph-2Bgue ArticleBody-para-TD_9x">{}</p>',
                  '<h2 class="Headline-headline-2FXIq ArticleBody-heading-3h695">{}</h2>',
                  f'<div class="ArticleBody-promo-1x"><p class="Promo-text">{PROMO}</p></div>',
                  dateline=story.dateline)
    authors = ", ".join(f'<a href="/journalists/x">{name}</a>' for name in story.authors)
    items = [{"type": "paragraph", "content": text} for text in ([story.note] if story.note else [])]
    for number, (kind, text) in enumerate(story.body):
        lead = "" if number else f"{story.dateline} - "
        items += [{"type": "heading" if kind == HEADING else "paragraph", "content": lead + escaped(part)}
                  for part in (text.split("|") if kind == BULLETS else [text])]
    items.append({"type": "paragraph", "content": story.sign_off})
    items.insert(2, {"type": "image", "content": "FILE PHOTO: A dam"})
    state = {"props": {"initialState": {"article": {"stream": [{
        "headline": story.html_title, "date": {"published": story.published, "updated": story.updated},
        "authors": [{"name": name} for name in story.authors], "body_items": items}]}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    return (f'{head(story)}<body>{NAV}<div class="ArticlePage-container">'
            f'<div class="ArticleHeader-container"><time class="ArticleHeader-date-Goy3y"><span>May 4, 2020'
            f'</span><span>8:15 AM UTC</span><span>Updated 2 hours ago</span></time>'
            f'<h1 class="Headline-headline-2FXIq ArticleHeader-headline-NlAqj">{story.html_title}</h1></div>'
            f'<div class="ArticleBodyWrapper"><div class="ArticleBody-byline-container-3H6dy">By {authors}'
            f'<p class="ReadTime-read-time-2J7">2 Min Read</p></div>{body}'
            f'<div class="Attribution-attribution-Y5JpY"><p>{story.sign_off}</p></div>'
            f'<div class="TrustBadge-trust-badge-20GM8"><p>{TRUST}</p></div></div></div>'
            f"{FOOTER}{script if data else ''}</body></html>")


def fusion(story: Story) -> str:
    """The data of 2021 and later pages; dateline and sign-off stand outside the body there."""
    elements = [{"type": "header" if kind == HEADING else "list" if kind == BULLETS else "paragraph",
                 **({"items": [{"type": "text", "content": escaped(item)} for item in text.split("|")]}
                    if kind == BULLETS else {"content": escaped(text)})}
                for kind, text in story.body]
    if story.note:
        elements.insert(0, {"type": "paragraph", "content": story.note})
    elements.insert(1, {"type": "image", "caption": "FILE PHOTO: a };dam REUTERS/Ola Brink"})
    if story.promo:
        elements.insert(2, {"type": "newsletter", "content": PROMO})
    words = sum(len(text.split()) for text in story.paragraphs) + len(story.dateline.split())
    result = {"canonical_url": story.url.removeprefix("https://www.reuters.com"),
              "title": story.html_title, "display_time": story.published,
              "published_time": story.published.replace("00Z", "12.345Z"),
              "updated_time": story.updated, "language": "en",
              "authors": [{"name": name, "byline": name} for name in story.authors],
              "content_elements": elements, "slug": "QUARREN-DAM/ (UPDATE 1)", "word_count": words,
              "sign_off": story.sign_off, "dateline": [story.dateline]}
    data = json.dumps({"statusCode": 200, "result": result}).replace("</", "<\\/")
    return ('<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};'
            f'Fusion.arcSite="reuters";Fusion.globalContent={data};Fusion.contentCache={{}};</script>')


def reuters_2021(story: Story) -> str:
    text = "text__text__1FZLe text__large__nEccO article-body__element__2p5pI"
    prompt = (f'<div class="registration-prompt__container__3"><p>{PROMO}</p><p>Register now for FREE '
              "unlimited access to Reuters.com</p></div>")
    body = blocks(story, f'<p data-testid="paragraph-{{n}}" class="{text}">{{}} <a href="/r">read more</a>'
                  "</p>", f'<h2 data-testid="Heading" class="{text} article-body__heading__33">{{}}</h2>',
                  prompt, dateline=story.dateline)
    first, *rest = story.authors
    others = "".join(f" and {name}" for name in rest)
    return (f'{head(story)}<body>{NAV}<main><article class="article__container__2MUeZ"><header '
            f'class="article-header__container__25s8m"><h1 data-testid="Heading">{story.html_title}</h1>'
            f'<div class="article-header__author__3PcB3">By <a href="/authors/x">{first}</a>{others}</div>'
            f"<time><span>2 minute read</span><span>May 4, 2020</span><span>8:15 AM UTC</span></time>"
            f'</header><div class="article-body__container__3ypuX"><figure><figcaption>[1/2] A dam. '
            f'REUTERS/Ola Brink <a href="l">Acquire Licensing Rights</a></figcaption></figure>'
            f'<div class="article-body__content__17Yit paywall-article">{body}{prompt}'
            f'<div class="article-body__element__2p5pI"><p class="sign-off__text__PU3Aj">{story.sign_off}'
            f'</p></div><p data-testid="Body" class="{text}">{TRUST}</p></div></div></article>{READ_NEXT}'
            f"</main>{FOOTER}{fusion(story)}</body></html>")


def reuters_2024(story: Story) -> str:
    body = blocks(
        story, '<div data-testid="paragraph-{n}" class="text-module__text__0GDob '
        f'article-body-module__paragraph__Ts-yF">{{}}<a href="/x">{HIDDEN}</a></div>',
        '<h2 data-testid="Heading" class="article-body-module__heading__KTJKz">{}</h2>',
        f'<p data-testid="promo-box" class="article-body-module__promo-box__hVl8h">{PROMO}</p>',
        dateline=story.dateline)
    authors = " and ".join(f'<a data-testid="AuthorNameLink" href="/a">{name}</a>'
                           for name in story.authors)
    return (f'{head(story)}<body>{NAV}<main><article><header><h1 data-testid="Heading">'
            f"{story.html_title}</h1><div>By {authors}</div><time data-testid='Body'><span>May 4, 2020"
            f'</span><span>8:15 AM UTC</span><span>Updated 5 hours ago</span></time></header>'
            f'<div data-testid="ArticleBody" class="article-body-module__wrapper__x">'
            f'<div class="primary-gallery-module__caption__r"><b>[1/3]</b><span>A dam. REUTERS/Ola Brink '
            f'Purchase Licensing Rights{HIDDEN}</span></div>'
            f'<div class="article-body-module__content__bnXL1"><div data-testid="ContextWidget"><ul '
            f'data-testid="Summary"><li data-testid="Body">Dam to be drained</li></ul></div>{body}'
            f'<p data-testid="SignOff" class="sign-off-module__text__LQAMP">{story.sign_off}</p>'
            f'<p data-testid="Body" class="article-body-module__trust-badge__5mS3f">{TRUST}</p></div></div>'
            f'<div data-testid="AuthorBio"><p>{story.authors[0]} reports on rivers and was previously a '
            f'clerk.</p></div><a data-testid="LicenceContentButton">Purchase Licensing Rights</a>'
            f"</article>{READ_NEXT}</main>{FOOTER}{fusion(story)}</body></html>")


def amp(story: Story) -> str:
    body = blocks(story, "<p>{}</p>", "<h3>{}</h3>", f'<div class="promo"><p>{PROMO}</p></div>',
                  dateline=story.dateline)
    return (f'{head(story).replace("<html ", "<html amp ")}<body>{NAV}<h1>{story.html_title}</h1>'
            f'<p class="byline">By {by(story)}</p><time datetime="{story.published}">May 4, 2020</time>'
            f'<amp-img src="x.jpg"><p>FILE PHOTO</p></amp-img><div class="article-body">{body}'
            f'<p>{story.sign_off}</p><amp-ad type="x"><p>Buy</p></amp-ad></div>{FOOTER}</body></html>')


GENERATIONS = {function.__name__: function for function in (
    reuters_2011, reuters_2011_br, reuters_2016, reuters_2017, reuters_2020, reuters_2021, reuters_2024,
    amp)}
