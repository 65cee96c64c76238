"""What tests of finding share: an encoder and a few invented English stories."""

from pathlib import Path

import pytest

from align.encoders import Encoder, load

STORIES = {
    "harvest": "Dry spring cuts wheat harvest in Lower Tarn\n\nFarmers in the Lower Tarn valley "
               "expect to bring in a third less wheat than last year after the driest spring "
               "since 1976. Irrigation channels ran empty in May. The ministry of agriculture "
               "said it would pay out 40 million crowns in emergency aid.",
    "chess": "Sixteen-year-old wins national chess title\n\nMira Castellan, a pupil from "
             "Brackwater, became the youngest national chess champion on Sunday. She beat the "
             "grandmaster Otto Wend in 52 moves. Her school gave all pupils a day off.",
    "bridge": "Kestrel Bridge to close for two years\n\nThe Kestrel Bridge will close to traffic "
              "in January for repairs that will take two years, the city council said. Some "
              "31,000 cars cross it every day. Ferries will run every ten minutes instead.",
    "storm": "Ferries cancelled as storm nears Tansey Islands\n\nAll ferries to the Tansey "
             "Islands were cancelled on Saturday as a winter storm drew near. Winds of up to 120 "
             "kilometres an hour were forecast. Islanders were told to stay indoors.",
}
DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load(cache=False)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder of invented stories, none of them the demo's original."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    return folder


@pytest.fixture
def demo() -> Path:
    """The folder of the demo pair."""
    return DEMO
