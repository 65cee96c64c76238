"""English news: what is one sentence and what is several. All examples are invented."""

import pytest

from align.sentences import split

SEVERAL = {
    "plain": ["The court sat on Monday.", "It ruled for the company."],
    "question_then_statement": ["Who won?", "Nobody knows."],
    "exclamation": ["What a night!", "Fans sang until dawn."],
    "mixed_marks": ["You did what?!", "Tell me more."],
    "introduced_quotation": ['"We lost."', 'Harris said, "We will be back."'],
    "introduced_after_question": ['"Why?"', 'Harris asked: "Who knows?"'],
    "figures_start": ["Sales rose.", "12 shops opened."],
    "year_ends": ["The bridge opened in 2020.", "The mayor cut the ribbon."],
    "currency_starts": ["Profit fell.", "$5 million was written off."],
    "decimal_inside": ["Prices rose 2.5 percent.", "Wages did not."],
    "quotation_of_two": ['"We lost.', 'We will be back," she said.'],
    "quotation_of_three": ["“It rained.", "We waited.", "Then it stopped,” he said."],
    "after_quotation": ['"Maybe never," he said.', '"We don\'t know yet."'],
    "quotation_ends_then_he": ['"We did not know."', "He left the room."],
    "quotation_ends_then_name": ['"We did not know."', "Harris left the room."],
    "question_in_quotation_then_she": ['"Will it hold?"', "She did not answer."],
    "two_quotations": ["“Go left.”", "“Go right.”"],
    "single_quotation_marks": ["'It is over.'", "Nobody moved."],
    "guillemets": ["«We are ready.»", "The doors opened."],
    "stop_outside_quotation": ['He called it "a farce".', "Others agreed."],
    "nested_quotation": ["“She told me, ‘Stay home.’”", "He stayed."],
    "space_inside_closing": ['"Rain is likely. "', "It will be heavy."],
    "space_inside_opening": ["Rain is likely.", '" It will be heavy," she said.'],
    "no_space_after_quotation": ["“We are done.”", "He walked out."],
    "brackets": ["(They met in May.)", "The deal took a year."],
    "reference_number": ["Cases doubled.[12]", "Tests were scarce."],
    "acronym_before_opener": ["She grew up in the U.S.", "Her parents did not."],
    "acronym_in_quotation": ['"I love the U.S."', "Mendes went home."],
    "company_before_opener": ["He joined Harbor Inc.", "The firm had ten people."],
    "hour_ends": ["It began at 5 a.m.", "Police closed the road."],
    "etc_ends": ["They sold bread, milk, etc.", "Customers queued outside."],
    "answer_no": ['"No."', "5 people laughed."],
    "letter_ends": ["They went with Plan B.", "Police were told."],
    "small_letter_name_ends": ["It sounds like the letter u.", "The speaker paused."],
    "short_word_ends": ["Please write to us.", "Letters are read."],
    "ellipsis_ends": ["I thought so...", "The lights went out."],
    "ellipsis_character": ["He waited…", "Nobody came."],
    "bracketed_cut": ["The law is clear.", "(…) The judge said so."],
    "camel_case_name": ["Sales fell.", "iPhone prices rose."],
    "number_after_quotation_ends": ['He scored "Ace" 5.', "She scored less."],
    "list_numbers": ["1. Wash your hands.", "2. Stay at home."],
    "month_ends": ["It opens in Jan.", "Tickets are cheap."],
    "quotation_with_small_letter": ["He shrugged.", '"it is what it is," he said.'],
    "shout_in_name_ends": ["She works at Yahoo!", "The pay is good."],
    "double_closing": ['"She said "go home.""', "He went."],
    "accents": ["She sang at the café.", "Élodie Martin clapped."],
    "bullets": ["Tests rose.", "• Deaths fell."],
    "nonbreaking_space": ["The vote passed.", "The\u00a0mayor smiled."],
}

ONE = {
    "acronym_then_noun": "The U.S. Food and Drug Administration met in Washington.",
    "acronym_then_title": "He called ”U.S. President” a job for the old.",
    "initials": "J. K. Marlow and George W. Stone wrote it with A. A. Khan.",
    "titles": "Dr. Alan Moss and Gen. Mary Hill met Sen. Bob Lane of St. Ives.",
    "company": "Shares of Harbor.com Inc and Dock Corp. Chief Executive Li Wei fell.",
    "hour_with_day": "The doors open at 5 p.m. Saturday at the town hall.",
    "hour_with_zone": "It began at 9 a.m. EST on the east coast.",
    "dateline": "WASHINGTON, Jan 13 (Reuters) - The court sat on Monday.",
    "dateline_with_stop": "NEW YORK, Jan. 6 (Reuters) - The court sat on Monday.",
    "number": "He lives at No. 5 and she at No. 7 Mill Lane.",
    "volume_and_pages": "See Vol. 3, pp. 12 to 14, and Fig. 2 there.",
    "versus": "The case is Marsh vs. Hill and Dale v. Board of Trade.",
    "for_example": "Some fruits, e.g. Bramley apples, keep i.e. Stay fresh.",
    "reporting_small": '"Will it hold?" he asked.',
    "reporting_small_after_shout": "“Get out!” shouted the guard.",
    "reporting_name": '"Will it hold?" Harris asked.',
    "reporting_title_and_day": '"Will it hold?" Mayor Ann Harris told reporters on Monday.',
    "reporting_told": '"We will win!" Harris told supporters.',
    "title_of_a_film": 'Her film "Who Is There?" won a prize.',
    "state_in_brackets": "Rep. Tom Oak (R-Ariz.) voted against it.",
    "shout_in_name": "Yahoo! Inc bought the firm.",
    "ellipsis_goes_on": "They are quick ... they never stop.",
    "spaced_ellipsis_goes_on": "They are quick . . . they never stop.",
    "web_address": "Write to desk@harbor.com or see www.harbor.com/a.b?c=D for more.",
    "degree": "Jane Poe, Ph.D., runs the clinic.",
    "junior": "Harry Connick Jr. Trio played.",
    "only_a_stop": ".",
    "only_marks": "?!...",
    "stop_inside_a_name": "The site Harbor.Watch was closed by its owner.",
    "section_number": "4.2.1. Choosing a harbour",
    "figure_label": "As Fig. S1 and Eq. 3 show, ca. 14 percent fell ill.",
    "and_others": "Stone et al. (2020) found none.",
    "thousands": "It cost 1.500.000 and then 2,500.75 more.",
    "quoted_author": "“Stay home.” — Ann Harris",
    "reporting_object": '"Will it hold?" Harris asked the driver.',
    "reporting_role": '"Will it hold?" Harbor user Ann Marsh wrote.',
    "hour_with_place": "The doors open at 9 p.m. Jakarta time on Monday.",
    "title_in_brackets": "Gen. (ret.) Mary Hill met Lt. Gen. (Ret.) Alan Moss.",
    "mention_in_single_marks": "He wrote 'hello. And then goodbye.'",
    "state_then_title": "However, U.S. Secretary Ann Harris said so.",
    "company_then_day": "The firm, Dock Corp. Monday said it would pay.",
    "comma_after_quotation": '"Why?", the boy asked.',
}


SEVERAL |= {
    "company_closes": ["He left Dock Corp.", "Analysts were surprised."],
    "state_closes": ["He lives in St. Louis, Mo.", "Police visited him."],
    "capital_closes": ["The plane landed in Washington, D.C.", "Officials met it."],
    "senior_closes": ["It was signed by George Stone Sr.", "His son was there."],
    "question_then_others": ['"Why did he do it?"', "Smith never found out."],
    "question_then_order": ['"Is it safe?"', "Smith asked the council to decide."],
    "question_then_subject": ['"Is it safe?"', "The question he asked was simple."],
}


@pytest.mark.parametrize("sentences", SEVERAL.values(), ids=SEVERAL)
def test_several(sentences: list[str], request: pytest.FixtureRequest) -> None:
    glue = "" if request.node.callspec.id == "no_space_after_quotation" else " "
    text = glue.join(sentences)
    assert [text[start:end] for start, end in split(text, "en")] == sentences


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one(text: str) -> None:
    assert split(text, "en") == [(0, len(text))]
