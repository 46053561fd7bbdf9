@echo off
rem Make the program that needs no Python (dist\genogram) and the wheel, and try both.
setlocal
call "%~dp0.ci\set-up.cmd" package || exit /b 2
set "PYTHONPATH=%~dp0"
cd /d "%~dp0"
"%~dp0.venv\Scripts\python.exe" .ci\package.py %*
