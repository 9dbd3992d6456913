import { becomesAProduct } from './becomes';

const images = 'registry.example/team/ox';
becomesAProduct('ox', ['--no-demo', '--scope', 'acme', '--images', images], images);
