package io.daybook.local.stack;

import io.daybook.local.LocalServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts the processes in the order of their needs, keeps them up, and stops them in the opposite order. */
final class Supervisor {

    private final Map<StackProcess, LocalServer> servers;
    private final StackBoard board;
    private final StackFolder folder;
    private final int portBase;
    private final Map<StackProcess, Keeper> keepers = new EnumMap<>(StackProcess.class);

    Supervisor(Map<StackProcess, LocalServer> servers, StackBoard board, StackFolder folder, int portBase) {
        this.servers = new EnumMap<>(servers);
        this.board = board;
        this.folder = folder;
        this.portBase = portBase;
    }

    void start() {
        board.publish();
        servers.values().forEach(LocalServer::stopLeftover);
        PortCheck.requireFree(portBase);
        Keeper postgres = keeper(StackProcess.POSTGRESQL, List.of());
        Keeper kafka = keeper(StackProcess.KAFKA, List.of());
        keeper(StackProcess.AUTHORIZATION, List.of());
        Keeper commands = keeper(StackProcess.COMMAND_SERVICE, List.of(postgres, kafka));
        // once, the command service creates the schema of the events and the topic that the others read
        List<Keeper> sources = folder.hasLog() ? List.of(postgres, kafka) : List.of(commands);
        keeper(StackProcess.QUERY_SERVICE, sources);
        keeper(StackProcess.ANALYTICS_SERVICE, sources);
        commands.whenReady(folder::rememberLog);
        keepers.values().forEach(Keeper::launch);
    }

    void stop() {
        StackProcess.stopOrder().forEach(this::stopTogether);
    }

    private void stopTogether(List<StackProcess> processes) {
        List<Keeper> group = processes.stream()
                .filter(keepers::containsKey)
                .map(keepers::get)
                .toList();
        group.forEach(Keeper::requestStop);
        group.forEach(Keeper::awaitStopped);
    }

    private Keeper keeper(StackProcess process, List<Keeper> needed) {
        LocalServer server = servers.get(process);
        if (server == null) {
            throw new IllegalStateException("No server for " + process);
        }
        Keeper keeper = new Keeper(process, server, needed, board);
        keepers.put(process, keeper);
        return keeper;
    }
}
