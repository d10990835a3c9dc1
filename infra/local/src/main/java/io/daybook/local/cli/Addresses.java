package io.daybook.local.cli;

import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import java.net.URI;

/** Where a stack can be reached. */
record Addresses(StackState state, Stack stack) {

    URI of(StackProcess service) {
        return URI.create("http://127.0.0.1:" + state.of(service).port());
    }

    void print(Console console) {
        console.blank();
        console.line("  commands    %s", of(StackProcess.COMMAND_SERVICE));
        console.line("  queries     %s", of(StackProcess.QUERY_SERVICE));
        console.line("  analytics   %s", of(StackProcess.ANALYTICS_SERVICE));
        console.line(
                "  PostgreSQL  127.0.0.1:%d, database daybook",
                state.of(StackProcess.POSTGRESQL).port());
        console.line("  Kafka       127.0.0.1:%d", state.of(StackProcess.KAFKA).port());
        console.line("  logs        %s", stack.folder().supervisorLog().getParent());
        console.blank();
        console.line("infra/daybook status shows how it does, infra/daybook down ends it and keeps the data.");
    }
}
