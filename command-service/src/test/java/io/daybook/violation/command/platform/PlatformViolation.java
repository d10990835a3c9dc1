package io.daybook.violation.command.platform;

import io.daybook.violation.command.catalog.CatalogViolation;

/** Uses catalog, which it may not. */
public record PlatformViolation(CatalogViolation other) {}
