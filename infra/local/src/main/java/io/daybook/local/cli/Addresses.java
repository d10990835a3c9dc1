package io.daybook.local.cli;

import io.daybook.local.stack.StackFolder;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;

/** Where a stack can be reached. */
record Addresses(StackState state, StackFolder folder) {

    void print(Console console) {
        console.blank();
        console.line("  commands    " + at(StackProcess.COMMAND_SERVICE));
        console.line("  queries     " + at(StackProcess.QUERY_SERVICE));
        console.line("  analytics   " + at(StackProcess.ANALYTICS_SERVICE));
        console.line("  tokens      %s, or infra/daybook token".formatted(at(StackProcess.AUTHORIZATION)));
        console.line("  PostgreSQL  127.0.0.1:%d, database daybook".formatted(port(StackProcess.POSTGRESQL)));
        console.line("  Kafka       127.0.0.1:%d".formatted(port(StackProcess.KAFKA)));
        console.line("  logs        " + folder.supervisorLog().getParent());
        console.blank();
        console.line("infra/daybook status shows how it does, infra/daybook down ends it and keeps the data.");
    }

    private String at(StackProcess process) {
        return "http://127.0.0.1:" + port(process);
    }

    private int port(StackProcess process) {
        return state.of(process).port();
    }
}
