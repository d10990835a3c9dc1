package io.daybook.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.alert.Alerts;
import io.daybook.api.watch.Watches;
import io.daybook.query.QueryServiceScenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlertsIT extends QueryServiceScenario {

    @Test
    void showsAnAlertWithItsEvidenceAndWhoTookCareOfIt() {
        String id = fresh("ALERT");
        log.append("alert:" + id, Alerts.raised(id));
        awaitProjections();
        Answer open = get("/alerts/" + id);
        log.append("alert:" + id, Alerts.acknowledged(id));
        long acknowledged = log.head();
        log.append("alert:" + id, Alerts.resolved(id));
        awaitProjections();

        assertThat(open.text("status")).isEqualTo("OPEN");
        assertThat(open.body().path("evidence").path("expected").asString()).isEqualTo("12.4");
        assertThat(open.body().path("evidence").path("lastPosition").asLong()).isEqualTo(4711);
        Answer resolved = get("/alerts/" + id);
        assertThat(resolved.text("status")).isEqualTo("RESOLVED");
        assertThat(resolved.text("acknowledgedBy")).isEqualTo("ann");
        assertThat(resolved.text("resolvedBy")).isEqualTo("bob");
        assertThat(get("/alerts/" + id + "?at=" + acknowledged).text("status")).isEqualTo("ACKNOWLEDGED");
        assertThat(get("/alerts/" + id + "/history").body().toString()).contains("AlertResolved");
    }

    @Test
    void listsAlertsByWhatTheyAreAbout() {
        String first = fresh("ALERT");
        String second = fresh("ALERT");
        log.append("alert:" + first, Alerts.raised(first));
        log.append("alert:" + second, Alerts.raised(second));
        log.append("alert:" + second, Alerts.resolved(second));
        awaitProjections();

        String about = "/alerts?limit=1&watch=orders%20by%20country&group=France&measure=ORDERS&severity=WARNING";
        assertThat(pages(about + "&status=OPEN"))
                .extracting(this::id)
                .contains(first)
                .doesNotContain(second);
        assertThat(pages(about + "&status=RESOLVED"))
                .extracting(this::id)
                .contains(second)
                .doesNotContain(first);
        assertThat(pages("/alerts?limit=100&sinceFrom=2010-12-01T08:26:01Z"))
                .extracting(this::id)
                .doesNotContain(first);
    }

    @Test
    void tellsOfAnAlertThatIsNot() {
        Answer answer = get("/alerts/NO-SUCH");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("ALERT_UNKNOWN");
    }

    @Test
    void showsAWatchAsItIsDefinedAndThatItIsRetired() {
        String name = fresh("WATCH");
        log.append("watch:" + name, Watches.defined(name, 1, Watches.band()));
        log.append("watch:" + name, Watches.defined(name, 2, Watches.stuck()));
        awaitProjections();
        Answer defined = get("/watches/" + name);
        log.append("watch:" + name, Watches.retired(name));
        awaitProjections();

        assertThat(defined.body().path("version").asLong()).isEqualTo(2);
        assertThat(defined.body()
                        .path("definition")
                        .path("sequence")
                        .path("within")
                        .asString())
                .isEqualTo("PT10M");
        assertThat(get("/watches/" + name).text("retirement")).isEqualTo("one for each category instead");
        assertThat(pages("/watches?limit=100&retired=true&kind=SEQUENCE"))
                .extracting(watch -> watch.path("name").asString())
                .contains(name);
    }

    private String id(JsonNode alert) {
        return alert.path("alertId").asString();
    }
}
