package io.daybook.query.platform;

import io.daybook.api.RejectionCode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** The rows of one entity with a text id that is assigned, never generated. */
public abstract class Rows<R> {

    private final EntityManager entityManager;
    private final Class<R> type;
    private final RejectionCode unknown;

    protected Rows(EntityManager entityManager, Class<R> type, RejectionCode unknown) {
        this.entityManager = entityManager;
        this.type = type;
        this.unknown = unknown;
    }

    /** The row with this id, or {@link UnknownEntity}. */
    public final R findOrThrow(String id) {
        R row = entityManager.find(type, id);
        if (row == null) {
            throw new UnknownEntity(unknown, "There is none with the id " + id);
        }
        return row;
    }

    /** The rows there are of these ids, by id, loaded in one statement. */
    final Map<String, R> load(Collection<String> ids) {
        List<String> keys = List.copyOf(ids);
        List<R> found = entityManager.unwrap(Session.class).findMultiple(type, keys);
        Map<String, R> rows = HashMap.newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            R row = found.get(i);
            if (row != null) {
                rows.put(keys.get(i), row);
            }
        }
        return rows;
    }

    /** Inserts a row without looking for it first. */
    public final void add(R row) {
        entityManager.persist(row);
    }

    /** Removes every row, before a replay. */
    public final void clear() {
        entityManager.createQuery("delete from " + type.getSimpleName()).executeUpdate();
    }

    /** A list of rows, called {@code r} in its conditions. */
    public final PageQuery<R> list() {
        return new PageQuery<>(entityManager, type);
    }
}
