"""The site once it is online: `smoke` looks at it, `rollback` brings back what it was."""
