package io.daybook.command.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a caller was told, as its receipt keeps it; the place of its events stands beside it. */
record StoredReply(int status, @Nullable URI location, String contentType, String body) {}
