@echo off
rem Open the practice family in the window; with arguments, do what they say.
setlocal
call "%~dp0.ci\set-up.cmd" run || exit /b 2
set "PYTHONPATH=%~dp0"
set "arguments=%*"
if not defined arguments set "arguments=--practice"
"%~dp0.venv\Scripts\python.exe" -P -m genogram_app %arguments%
