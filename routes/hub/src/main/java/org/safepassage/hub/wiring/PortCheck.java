package org.safepassage.hub.wiring;

import org.safepassage.hub.configuration.Settings;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/// Refuses to start the hub when one of its ports is taken, before ledger and broker are opened. Spring would find out
/// last and name neither setting nor owner. Found through `META-INF/spring.factories`.
final class PortCheck implements ApplicationListener<ApplicationContextInitializedEvent> {
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var context = event.getApplicationContext();
        var beans = context.getBeanFactory();
        if (beans.getBeanNamesForType(Settings.class).length == 0) return;
        var listen = beans.getBean(Settings.class).listen();
        int http = context.getEnvironment().getProperty("server.port", Integer.class, listen.port());
        Ports.needFree(listen.address(), http, "listen.port");
        Ports.needFree(listen.amqpAddress(), listen.amqpPort(), "listen.amqpPort");
    }
}
