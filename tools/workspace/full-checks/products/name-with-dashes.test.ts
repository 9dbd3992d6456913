import { becomesAProduct } from './becomes';

// Name and title as long as they may be: lines break elsewhere.
becomesAProduct('on-the-long-way-home-now', ['--title', 'On The Long Way Home By Night 24']);
