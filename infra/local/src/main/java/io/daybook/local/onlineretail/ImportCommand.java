package io.daybook.local.onlineretail;

import picocli.CommandLine.Command;

/** {@code daybook import}: brings trade from elsewhere into a running shop. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings real trade into the running shop.",
        subcommands = OnlineRetailCommand.class)
public final class ImportCommand {}
