package io.daybook.violation.command.automation;

import io.daybook.violation.command.publication.PublicationViolation;

/** Uses publication, which it may not. */
public record AutomationViolation(PublicationViolation other) {}
