package io.daybook.query.watch;

import io.daybook.api.watch.query.FindWatch;
import io.daybook.api.watch.query.WatchView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.cache.CacheWhileUnchanged;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("watch")
final class WatchController {

    private final WatchQueries watches;

    WatchController(WatchQueries watches) {
        this.watches = watches;
    }

    @GetMapping("/watches")
    @CacheWhileUnchanged
    ResponseEntity<Listed<WatchView>> watches(Asked asked) {
        return WatchList.LIST.ask(asked).answer();
    }

    @GetMapping("/watches/{name}")
    @CacheWhileUnchanged(aggregate = "watch:{name}")
    ResponseEntity<WatchView> watch(@PathVariable String name) {
        return Versions.tag(watches.handle(new FindWatch(name)));
    }
}
