"""The hosts' key: where it is kept, who may read it, and what it opens."""

import os
import stat

import pytest

from widgets.app.group.keys import COOKIE_SECRET, HOST_KEY, KeyFault, find_keys
from widgets.app.kernel_home import kernel_environment

KEY, SECRET = "k" * 22, "s" * 22


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_key_of_128_bits_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    folder = tmp_path / "new"
    keys = find_keys(folder, {})
    assert (len(keys.host), keys.is_given) == (22, False)
    assert find_keys(folder, {}) == keys
    assert sorted(path.name for path in folder.iterdir()) == ["cookie-secret", "host-key"]
    assert {mode_of(path) for path in folder.iterdir()} == {0o600}
    assert mode_of(folder) == 0o700


def test_a_key_that_others_could_read_is_closed_to_them_again(tmp_path):
    find_keys(tmp_path, {})
    (tmp_path / "host-key").chmod(0o644)
    find_keys(tmp_path, {})
    assert mode_of(tmp_path / "host-key") == 0o600


def test_the_environment_gives_the_keys_that_several_servers_share(tmp_path):
    given = {HOST_KEY: KEY, COOKIE_SECRET: SECRET}
    one, other = find_keys(tmp_path, given), find_keys(None, given)
    assert one == other
    assert one.is_given
    assert other.knows(one.cookie)
    assert [*tmp_path.iterdir()] == []


def test_the_key_opens_and_nothing_else_does(tmp_path):
    keys = find_keys(tmp_path, {})
    assert keys.opens(keys.host)
    for wrong in ("", keys.host[:-1], keys.host + "x", keys.cookie, "ÿ" * 22, "\ud800"):
        assert not keys.opens(wrong)


def test_a_cookie_is_worth_nothing_once_the_key_or_the_secret_is_another():
    first = find_keys(None, {HOST_KEY: KEY, COOKIE_SECRET: SECRET})
    assert first.knows(first.cookie)
    assert not first.knows("")
    for other in ({HOST_KEY: KEY}, {COOKIE_SECRET: SECRET}):
        assert not find_keys(None, other).knows(first.cookie)


@pytest.mark.parametrize("key", ["", "short", "k" * 21, "with spaces and such a length"])
def test_a_key_that_is_too_easy_or_stands_in_no_address_is_refused(key):
    with pytest.raises(KeyFault) as refused:
        find_keys(None, {HOST_KEY: key})
    assert str(refused.value) == (
        "COPRODUCTION_HOST_KEY: expected 22 or more letters, digits, hyphens and underscores,"
        f" found {len(key)} characters"
        ' (make one with `python -c "import secrets; print(secrets.token_urlsafe(16))"`)'
    )


def test_a_file_without_a_key_is_one_clear_line(tmp_path):
    (tmp_path / "host-key").write_bytes(b"\xff\n")
    with pytest.raises(KeyFault) as refused:
        find_keys(tmp_path, {})
    assert str(refused.value) == (
        f"{tmp_path / 'host-key'}: expected a key, found none (delete the file: a new one is made)"
    )


def test_no_notebook_is_told_the_keys(tmp_path):
    given = dict(os.environ) | {HOST_KEY: KEY, COOKIE_SECRET: SECRET, "COPRODUCTION_COURSE": "x"}
    told = kernel_environment(tmp_path, given)
    assert {name for name in told if name.startswith("COPRODUCTION_")} >= {"COPRODUCTION_COURSE"}
    assert not {KEY, SECRET} & set(told.values())


def test_a_number_is_hidden_another_way_each_time_and_read_by_whoever_has_the_secret():
    given = {HOST_KEY: KEY, COOKIE_SECRET: SECRET}
    one, other = find_keys(None, given), find_keys(None, given)
    hidden = {one.hide(41) for _ in range(9)}
    assert len(hidden) == 9
    assert {other.read(each) for each in hidden} == {41}
    assert {len(one.hide(number)) for number in (0, 9, 10_000)} == {32}


@pytest.mark.parametrize("hidden", ["", "41", "x" * 32, "é", "=", "A" * 70_000])
def test_what_was_not_hidden_here_is_no_number(hidden):
    assert find_keys(None, {}).read(hidden) == 0
    assert find_keys(None, {}).read(find_keys(None, {}).hide(41)) == 0
