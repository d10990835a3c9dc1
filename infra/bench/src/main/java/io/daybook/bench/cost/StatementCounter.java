package io.daybook.bench.cost;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that an application sends through its data source: each is a round trip. */
public final class StatementCounter implements BeanPostProcessor {

    private final LongAdder executed = new LongAdder();

    public long executed() {
        return executed.sum();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(Connection.class, super.getConnection());
        }
    }

    private <T> T watched(Class<T> type, T target) {
        Object proxy = Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        executed.increment();
                    }
                    try {
                        return watchedAnswer(method.invoke(target, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause() == null ? failure : failure.getCause();
                    }
                });
        return type.cast(proxy);
    }

    private Object watchedAnswer(Object answer) {
        return switch (answer) {
            case PreparedStatement prepared -> watched(PreparedStatement.class, prepared);
            case Statement statement -> watched(Statement.class, statement);
            case null, default -> answer;
        };
    }
}
