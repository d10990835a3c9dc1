/** Wires the vault into a Spring Boot application: adding the dependency and naming the master keys is enough. */
@NullMarked
package io.daybook.vault.autoconfigure;

import org.jspecify.annotations.NullMarked;
