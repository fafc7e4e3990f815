package org.safepassage.hub.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsMessageType;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.pipeline.ParcelWords;
import org.safepassage.hub.pipeline.steps.Backlog;
import org.safepassage.hub.secrets.SecretReferences;
import org.springframework.context.annotation.Bean;

/// The broker, and how messages are written on its queues.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class BrokerWiring {
    @Bean(destroyMethod = "close")
    Broker broker(HubFolders folders, RunningConfiguration configuration, SecretReferences secrets) throws Exception {
        return Broker.start(folders.data().resolve("broker"), configuration.now(), secrets);
    }

    @Bean
    ConnectionFactory connections(Broker broker) {
        return broker.connections();
    }

    @Bean
    Backlog backlog(Broker broker) {
        return broker::backlog;
    }

    @Bean
    ParcelWords parcelWords(ObjectMapper json) {
        return new ParcelWords(json);
    }

    /// Each route works in one JMS transaction: what it sends and what it took commit together, after the ledger.
    @Bean("jms")
    JmsComponent jms(ConnectionFactory connections, ParcelWords words) {
        var jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setMessageCreatedStrategy(words);
        jms.getConfiguration().setJmsMessageType(JmsMessageType.Text);
        jms.getConfiguration().setErrorHandlerLogStackTrace(false);
        jms.getConfiguration().setErrorHandlerLoggingLevel(org.apache.camel.LoggingLevel.OFF);
        return jms;
    }
}
