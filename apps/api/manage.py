#!/usr/bin/env python
"""Django's command line. It uses production settings unless APP_ENVIRONMENT is set."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError, connection

from config.databases import require_connection, require_writable

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, ProgrammingError) as error:
        # A sentence instead of a traceback, if the configuration is the cause.
        require_writable(connection.settings_dict)
        require_connection(error)
        raise
