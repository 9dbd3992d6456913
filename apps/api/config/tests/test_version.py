import tomllib
from pathlib import Path

import app

ROOT = Path(__file__).resolve().parents[2]


def test_is_the_version_that_the_project_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert app.__version__ == project["version"]
