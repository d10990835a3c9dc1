package io.daybook.local.onlineretail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the real file lies: beside the clone, or where the property {@code daybook.data} or DAYBOOK_DATA says. */
final class RetailData {

    private RetailData() {}

    static boolean isThere() {
        return Files.exists(file());
    }

    static Path file() {
        String folder = Optional.ofNullable(System.getProperty("daybook.data"))
                .or(() -> Optional.ofNullable(System.getenv("DAYBOOK_DATA")))
                .orElseGet(() -> root().resolveSibling("shared").resolve("data").toString());
        return Path.of(folder).resolve("online-retail.csv.gz");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("shared-api"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
