package io.daybook.local.operations;

import picocli.CommandLine.Command;

/** {@code daybook audit}: takes the events out with proof, and checks them far from the system. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Exports the events with signed checkpoints, and verifies such an export.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditExportCommand.class, AuditVerifyCommand.class})
public final class AuditCommand {}
