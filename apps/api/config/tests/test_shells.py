import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection


def test_has_every_model_at_the_prompt(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("shell", command="print(User.__name__, Session.__name__)", verbosity=0)
    assert capsys.readouterr().out == "User Session\n"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """Shells that were started, or would have been; no sqlite3 on the PATH."""
    commands: list[Any] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["manage.py", "dbshell"])
    monkeypatch.setattr("runpy.run_module", lambda name, **_: commands.append([name, *sys.argv[1:]]))
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    return commands


def test_opens_the_database_with_pythons_own_shell_without_sqlites(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))
    call_command("dbshell")
    assert started == [["sqlite3", str(connection.settings_dict["NAME"])]]


def test_says_what_to_install_when_python_is_too_old_for_one(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 11, 9))
    with pytest.raises(CommandError, match="apt-get install sqlite3"):
        call_command("dbshell")
    assert started == []


def test_opens_sqlites_own_shell_where_it_is(started: list[Any], tmp_path: Path) -> None:
    program = tmp_path / "sqlite3"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    call_command("dbshell")
    assert [command[0] for command in started] == ["sqlite3"]
