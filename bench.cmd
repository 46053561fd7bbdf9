@echo off
rem Measure: bench for all, bench NAME for one, --json for one object of figures.
setlocal
call "%~dp0.ci\set-up.cmd" bench || exit /b 2
set "PYTHONPATH=%~dp0"
cd /d "%~dp0"
"%~dp0.venv\Scripts\python.exe" -m benchmarks %*
