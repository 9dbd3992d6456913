import { becomesAProduct } from './becomes';

// Node and nodes are all over the tree.
becomesAProduct('nod', ['--database', 'postgres', '--port', '9000', '--dev-port', '5200', '--api-port', '8200']);
