import { createApp } from 'vue';
import { Sandbox } from './components/Sandbox.js';
import { connect } from './refreshing.js';

createApp(Sandbox).mount('#app');
await connect();
