"""Every kind of question through every door, by keyboard alone and by mouse."""


def group(page, name):
    return page.get_by_role("group", name=name)


def test_a_single_choice_answers_by_keyboard_alone(page, door):
    door.open(page)
    question = group(page, "Staff decide and staff deliver")
    question.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("They asked and they decide.").wait_for()
    page.screenshot(path=f"/tmp/door-{door.name}.png")
