package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersIT extends QueryServiceScenario {

    @Test
    void anEventWithoutItsRowHoldsUpItsEntityAlone() {
        String ghost = fresh("GHOST");
        String sound = fresh("SOUND");

        log.append("product:" + ghost, new ProductRevised(ghost, "A GHOST", null));
        log.append("product:" + sound, new ProductRegistered(sound, "A SOUND PRODUCT", true, null));
        log.append("product:" + ghost, new ProductRevised(ghost, "A GHOST AGAIN", null));
        awaitProjections();

        assertThat(get("/products/" + sound).status()).isEqualTo(200);
        assertThat(get("/products/" + ghost).status()).isEqualTo(404);
        assertThat(letters(ghost)).isEqualTo(List.of("MissingRow", "HeldUp"));
    }

    private List<?> letters(String entity) {
        return jdbc.sql("SELECT cause FROM dead_letter WHERE model = 'product' AND entity = ? ORDER BY position")
                .param(entity)
                .query(String.class)
                .list();
    }
}
