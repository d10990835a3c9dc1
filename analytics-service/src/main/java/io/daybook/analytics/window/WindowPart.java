package io.daybook.analytics.window;

import io.daybook.analytics.platform.Part;
import java.util.List;
import java.util.Set;

/** What the partitions of keys that are open in one instance have of an answer; a key is in one of all partitions. */
record WindowPart(Set<Integer> partitions, List<ResultView> results) implements Part {}
