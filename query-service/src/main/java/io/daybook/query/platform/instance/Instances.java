package io.daybook.query.platform.instance;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The instances that are alive, as this one has last seen them. */
@Component
public final class Instances {

    private final InstanceId own;
    private volatile Set<String> others = Set.of();

    Instances(InstanceId own) {
        this.own = own;
    }

    /** What this instance is called. */
    public String own() {
        return own.text();
    }

    /** What the others are called. */
    public Set<String> others() {
        return others;
    }

    void seen(Set<String> alive) {
        others =
                alive.stream().filter(instance -> !instance.equals(own.text())).collect(Collectors.toUnmodifiableSet());
    }
}
