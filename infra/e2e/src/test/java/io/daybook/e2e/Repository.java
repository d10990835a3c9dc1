package io.daybook.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the project and the real data lie on this machine. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("shared-api"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The real file: beside the clone, or where the property {@code daybook.data} or DAYBOOK_DATA says. */
    static Path retailFile() {
        String folder = Optional.ofNullable(System.getProperty("daybook.data"))
                .or(() -> Optional.ofNullable(System.getenv("DAYBOOK_DATA")))
                .orElseGet(() -> root().resolveSibling("shared").resolve("data").toString());
        return Path.of(folder).resolve("online-retail.csv.gz");
    }

    static boolean hasRetailFile() {
        return Files.exists(retailFile());
    }
}
