package org.safepassage.hub.house;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// What a class says in the log while this is open.
public final class Said implements AutoCloseable {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    private Said(Class<?> by) {
        this.logger = (Logger) LoggerFactory.getLogger(by);
        appender.start();
        logger.addAppender(appender);
    }

    /// Listens to a class.
    public static Said by(Class<?> who) {
        return new Said(who);
    }

    /// The lines so far, oldest first.
    public List<String> lines() {
        return List.copyOf(appender.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
