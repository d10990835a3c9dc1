package io.daybook.violation.command.platform;

import io.daybook.vault.MissingKey;
import io.daybook.violation.command.catalog.CatalogViolation;

/** Uses catalog and the vault, which it may not. */
public record PlatformViolation(CatalogViolation other, MissingKey vault) {}
