@echo off
rem Check style, types and floors, and run every test; with arguments, run those tests alone.
setlocal
call "%~dp0.ci\set-up.cmd" test || exit /b 2
set "PYTHONPATH=%~dp0"
cd /d "%~dp0"
"%~dp0.venv\Scripts\python.exe" .ci\check.py %*
