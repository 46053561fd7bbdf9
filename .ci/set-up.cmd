@echo off
rem Called by run.cmd, test.cmd, bench.cmd and package.cmd: finds Python and makes .venv ready.
for %%P in ("py -3" "python" "python3") do (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && (
        %%~P -I "%~dp0set_up.py" %1
        exit /b
    )
)
echo This program needs Python 3.11 or later. Install it from https://www.python.org and try again. 1>&2
exit /b 2
