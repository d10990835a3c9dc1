package io.daybook.query.platform;

import io.daybook.query.platform.freshness.LogFollower;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up while every processor works: a read model that has stopped is not fit to be asked. One that an operator has paused
 * is no reason to take this instance out of service: it stands still in all of them. Nor is what follows the log
 * besides: what it is asked for is behind then, and says so.
 */
@Component("projections")
final class ProjectionsHealthIndicator implements HealthIndicator {

    private final Processors processors;
    private final List<LogFollower> followers;

    ProjectionsHealthIndicator(Processors processors, List<LogFollower> followers) {
        this.processors = processors;
        this.followers = followers;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Processors.Progress progress : processors.progress()) {
            String still = progress.paused() ? "paused" : "stopped";
            health.withDetail(progress.name(), progress.running() ? progress.position() : still);
            if (!progress.running() && !progress.paused()) {
                health.down();
            }
        }
        followers.forEach(follower -> health.withDetail(follower.name(), follower.position()));
        return health.build();
    }
}
