package io.daybook.local.onlineretail;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not the Online Retail data. */
final class NotARetailFile extends IOException {

    NotARetailFile(Path path, String reason) {
        super("%s is not the Online Retail file: %s".formatted(path, reason));
    }
}
