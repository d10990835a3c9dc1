package io.daybook.violation.command.deadline;

import io.daybook.violation.command.automation.AutomationViolation;

/** Uses the automations, which it may not. */
public record DeadlineViolation(AutomationViolation other) {}
