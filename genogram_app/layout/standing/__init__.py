"""Where people stand: all of them anew, or newcomers beside those who stand already."""
