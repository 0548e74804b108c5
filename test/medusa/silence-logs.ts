// Imported before anything of Medusa, which reads this once: five hundred lines of migrations would hide a failure.
process.env.LOG_LEVEL = 'error'
