package io.daybook.violation.command.publication;

import io.daybook.violation.command.platform.PlatformViolation;

/** Uses platform, which it may not. */
public record PublicationViolation(PlatformViolation other) {}
