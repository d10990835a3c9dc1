package io.daybook.local.cli;

import io.daybook.local.stack.StackFolder;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.Services;

/** Where a stack can be reached. */
record Addresses(StackState state, StackFolder folder) {

    void print(Console console) {
        Services services = Services.local(state.portBase());
        console.blank();
        console.line("  commands    " + services.command());
        console.line("  queries     " + services.query());
        console.line("  analytics   " + services.analytics());
        console.line("  PostgreSQL  127.0.0.1:%d, database daybook".formatted(port(StackProcess.POSTGRESQL)));
        console.line("  Kafka       127.0.0.1:%d".formatted(port(StackProcess.KAFKA)));
        console.line("  logs        " + folder.supervisorLog().getParent());
        console.blank();
        console.line("infra/daybook status shows how it does, infra/daybook down ends it and keeps the data.");
    }

    private int port(StackProcess process) {
        return state.of(process).port();
    }
}
